import type { Theme } from '../bridge';
import { reportError, reportProblem } from './problems';
import type { Options } from './wx/api';

type Instance = Record<string, unknown>;
type Listener = (value: unknown) => void;

/** `App()`, `getApp()` and the app's own events. */
export class ProgramApp {
  private instance: Instance | undefined;
  /** What an independent subpackage was given before there was an app. */
  private standIn: Instance | undefined;
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(private readonly launch: Options) {}

  /** Puts `App` and `getApp` on `window`. */
  install(): void {
    Object.assign(window, {
      App: (definition: Instance) => this.define(definition),
      getApp: (options?: { allowDefault?: boolean }) => {
        if (this.instance !== undefined || options?.allowDefault !== true) return this.instance;
        this.standIn ??= {};
        return this.standIn;
      },
    });
  }

  /** After app.js ran: a program without `App()` does not start in WeChat either. */
  show(): void {
    if (this.instance === undefined) reportProblem('error', 'app.js did not call App()');
    this.run('onShow', this.launch);
  }

  /** The program is there, with the main package or, in an independent subpackage, without. */
  start(pages: { wake(): void; rest(): void }): void {
    this.emit('AppShow', this.launch);
    document.addEventListener('visibilitychange', () => {
      // The page goes first when the program leaves the screen, and last when it comes back.
      if (document.hidden) pages.rest();
      const name = document.hidden ? 'Hide' : 'Show';
      this.run(`on${name}`, this.launch);
      this.emit(`App${name}`, this.launch);
      if (!document.hidden) pages.wake();
    });
    window.addEventListener('error', (event) => this.run('onError', String(event.error ?? event.message)));
    window.addEventListener('unhandledrejection', (event) => {
      this.run('onUnhandledRejection', { reason: event.reason, promise: event.promise });
    });
  }

  pageNotFound(path: string): void {
    this.run('onPageNotFound', { path, query: {}, isEntryPage: true });
  }

  themeChanged(theme: Theme): void {
    this.run('onThemeChange', { theme });
    this.emit('ThemeChange', { theme });
  }

  /** wx.onAppShow and its kin. */
  events(): Record<string, unknown> {
    const known: Record<string, unknown> = {};
    for (const name of [
      'AppShow',
      'AppHide',
      'Error',
      'PageNotFound',
      'UnhandledRejection',
      'ThemeChange',
      'MemoryWarning',
    ]) {
      known[`on${name}`] = (listener: Listener) => {
        this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener));
      };
      known[`off${name}`] = (listener?: Listener) => {
        if (listener === undefined) this.listeners.delete(name);
        else this.listeners.get(name)?.delete(listener);
      };
    }
    return known;
  }

  private define(definition: Instance): void {
    // A copy, so that `this.x = …` in the app does not write into the object it passed; what was written on the app
    // before there was one holds, as WeChat's guide to independent subpackages has it.
    this.instance = { ...definition, ...this.standIn };
    this.run('onLaunch', this.launch);
  }

  private run(name: string, value: unknown): void {
    const method = this.instance?.[name];
    if (typeof method !== 'function') return;
    try {
      method.call(this.instance, value);
    } catch (error) {
      reportError(`app.js ${name}`, error);
    }
  }

  private emit(name: string, value: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(value);
  }
}
