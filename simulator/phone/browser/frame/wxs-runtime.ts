import * as glassEasel from 'glass-easel';
import { type EventTargetRecord, elementOf, LIVE_ELEMENT } from './event-dispatch';
import { reportError, reportProblem } from './problems';

type Wxs = (...args: unknown[]) => unknown;

/** Listeners that templates gave as functions: only WXS can, a component's method is given by its name. */
const wxsListeners = new WeakSet<object>();

/** Remembers a listener that a template gave as a function. */
export function markWxsListener(listener: object): void {
  wxsListeners.add(listener);
}

/** Puts on `window` what compiled templates reach for: `phoneWxs`, `getRegExp`, `getDate`, and type names. */
export function installWxs(): void {
  Object.defineProperty(Object.prototype, '__wxsType', {
    configurable: true,
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice('[object '.length, -1);
    },
  });
  Object.assign(window, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...args: []) => new Date(...args),
    phoneWxs: { listenToChange, callListener },
  });
}

/** `change:prop` listeners run after the tree is there: the first change happens before children exist. */
function listenToChange(listener: unknown) {
  return (value: unknown, before: unknown, host: glassEasel.Element, element: glassEasel.Element): void => {
    if (typeof listener !== 'function') return;
    queueMicrotask(() =>
      guard('WXS change listener', () => listener(value, before, describe(host), describe(element))),
    );
  };
}

/** Calls an event listener: a WXS function with descriptors, else the component's method. */
function callListener(owner: unknown, event: { currentTarget: EventTargetRecord }, listener: Wxs): unknown {
  if (wxsListeners.has(listener)) {
    const host = elementOf(owner);
    const live = event.currentTarget[LIVE_ELEMENT];
    if (host === undefined || live === undefined) return undefined;
    return listener.call(null, Object.assign(event, { instance: describe(live) }), describe(host));
  }
  const returned = listener.call(owner, event);
  // Only WXS may stop an event by returning false; the logic layer answers too late for that.
  return returned === false ? undefined : returned;
}

function guard(where: string, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    reportError(where, error);
  }
}

/** glass-easel keeps classes and styles in segments: 0 is the template's own, 2 is free for scripts. */
const EXTRA_SEGMENT = 2;

const states = new WeakMap<glassEasel.Element, Record<string, unknown>>();
const descriptors = new WeakMap<glassEasel.Element, ComponentDescriptor>();

function describe(element: glassEasel.Element): ComponentDescriptor {
  const known = descriptors.get(element);
  if (known !== undefined) return known;
  const created = new ComponentDescriptor(element);
  descriptors.set(element, created);
  return created;
}

/** WeChat's ComponentDescriptor, what WXS code gets for a component or element. */
class ComponentDescriptor {
  readonly #element: glassEasel.Element;

  constructor(element: glassEasel.Element) {
    this.#element = element;
  }

  selectComponent(selector: string): ComponentDescriptor | undefined {
    return this.selectAllComponents(selector)[0];
  }

  selectAllComponents(selector: string): ComponentDescriptor[] {
    if (!glassEasel.Component.isComponent(this.#element)) return [];
    return (this.#element.getShadowRoot()?.querySelectorAll(selector) ?? []).map(describe);
  }

  setStyle(style: string | Record<string, string | number>): this {
    const css =
      typeof style === 'string'
        ? style
        : Object.entries(style)
            .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
            .join(';');
    this.#element.setNodeStyle(css, EXTRA_SEGMENT);
    return this;
  }

  addClass(names: string): this {
    this.#element.toggleNodeClass(names, true, EXTRA_SEGMENT);
    return this;
  }

  removeClass(names: string): this {
    this.#element.toggleNodeClass(names, false, EXTRA_SEGMENT);
    return this;
  }

  hasClass(name: string): boolean {
    const classes = this.#element.classList;
    return classes !== null && (classes.contains(name) || classes.contains(name, EXTRA_SEGMENT));
  }

  getDataset(): Record<string, unknown> {
    return { ...this.#element.dataset };
  }

  callMethod(name: string, argument?: unknown): void {
    if (!glassEasel.Component.isComponent(this.#element)) return;
    const component = this.#element;
    const method: unknown = glassEasel.Component.getMethod(component, name);
    if (typeof method !== 'function') {
      reportProblem('error', `WXS callMethod("${name}"): ${this.#element.is} has no such method`);
      return;
    }
    guard(`WXS callMethod ${name}`, () => method.call(component.getMethodCaller(), argument));
  }

  triggerEvent(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void {
    this.#element.triggerEvent(name, detail, options ?? {});
  }

  getState(): Record<string, unknown> {
    const known = states.get(this.#element);
    if (known !== undefined) return known;
    const created = {};
    states.set(this.#element, created);
    return created;
  }

  getComputedStyle(names: string[]): Record<string, string> {
    const dom = this.#dom();
    const style = dom === undefined ? undefined : getComputedStyle(dom);
    return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']));
  }

  getBoundingClientRect(): DOMRect | undefined {
    return this.#dom()?.getBoundingClientRect();
  }

  requestAnimationFrame(callback: () => void): void {
    window.requestAnimationFrame(callback);
  }

  setTimeout(callback: () => void, millis: number): number {
    return window.setTimeout(callback, millis);
  }

  clearTimeout(timer: number): void {
    window.clearTimeout(timer);
  }

  #dom(): HTMLElement | undefined {
    const dom = this.#element.getBackendElement() as unknown;
    return dom instanceof HTMLElement ? dom : undefined;
  }
}
