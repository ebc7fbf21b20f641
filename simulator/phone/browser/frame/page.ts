import * as glassEasel from 'glass-easel';
import type { AssociatedBackend, CodeSpace, Root } from 'glass-easel-miniprogram-adapter';
import type { AppConfig, ComponentConfig } from '../program';
import type { BuiltinHost } from './builtins/builtin';
import { instant, mark } from './performance-marks';
import type { PhoneBackend } from './phone-backend';
import { reportError } from './problems';
import type { ProgramPackages } from './program-packages';
import type { ProgramTheme } from './program-theme';
import { parseQuery } from './route-plan';
import type { ShareMenu } from './share';
import { isSinglePage } from './single-page';

/** What a program's page or component is to itself: `this`. */
export type Caller = Record<string, unknown>;

export interface NavigationState {
  title: string;
  /** As declared or set; `@name` is a variable of theme.json. */
  background: string;
  front: string;
  loading: boolean;
  custom: boolean;
  homeHidden: boolean;
}

export interface PageTools {
  backend: PhoneBackend;
  associated: AssociatedBackend;
  space: CodeSpace;
  app: AppConfig;
  packages: ProgramPackages;
  theme: ProgramTheme;
  config: (is: string) => ComponentConfig | undefined;
  define: (is: string) => void;
}

const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** One page alive: its component tree in a box of its own in the frame, and where it was scrolled to. */
export class Page {
  private static sequence = 0;
  private static anyShown = false;
  readonly id = ++Page.sequence;
  readonly navigation: NavigationState;
  readonly caller: Caller;
  /** What the program took out of the page's menu. */
  readonly hiddenMenus = new Set<ShareMenu>();
  readonly tabBar: Caller | undefined;
  /** The `page-container` that is open on it. */
  container: BuiltinHost | undefined;
  readonly box = document.createElement('div');
  private readonly root: Root;
  private readonly tabBarRoot: Root | undefined;
  private readonly sheets: HTMLStyleElement[];
  private scrollTop = 0;
  private ready = false;
  private painting = false;
  private readonly createdAt = instant();

  constructor(
    readonly path: string,
    readonly query: string,
    readonly isTab: boolean,
    private readonly tools: PageTools,
  ) {
    this.navigation = navigationOf(tools.app, tools.config(path)?.window ?? {});
    this.box.className = 'phone-page';
    document.body.append(this.box);
    tools.define(path);
    const { result, sheets } = tools.backend.collectSheets(() =>
      tools.associated.createRoot('wx-page', tools.space, `/${path}`),
    );
    this.root = result;
    this.sheets = sheets;
    const custom = isTab && tools.app.tabBar?.custom === true && !isSinglePage();
    if (custom) {
      tools.define(CUSTOM_TAB_BAR);
      this.tabBarRoot = tools.associated.createRoot('wx-custom-tab-bar', tools.space, `/${CUSTOM_TAB_BAR}`);
    }
    this.caller = this.root.get() as unknown as Caller;
    this.tabBar = this.tabBarRoot?.get() as unknown as Caller | undefined;
    pagesByComponent.set(this.root.getComponent(), this);
    if (this.tabBarRoot !== undefined) pagesByComponent.set(this.tabBarRoot.getComponent(), this);
    Object.assign(this.caller, { route: path, options: parseQuery(query), __route__: path });
  }

  get url(): string {
    return this.query === '' ? this.path : `${this.path}?${this.query}`;
  }

  /** The page's root element. */
  get element(): HTMLElement | null {
    return this.box.querySelector(':scope > wx-page');
  }

  /** The page's window settings from its JSON over those of app.json. */
  static setting(tools: PageTools, path: string, name: string): unknown {
    return tools.config(path)?.window[name] ?? tools.app.window[name];
  }

  /** Attaches the tree and runs `onLoad`. */
  load(): void {
    const component = this.root.getComponent();
    const query = parseQuery(this.query);
    const properties = Object.entries(query).filter(([name]) => glassEasel.Component.hasProperty(component, name));
    if (properties.length > 0) component.setData(Object.fromEntries(properties) as Record<string, never>);
    attach(this.root, this.box);
    if (this.tabBarRoot !== undefined) attach(this.tabBarRoot, this.box);
    this.run('onLoad', query);
  }

  show(): void {
    this.box.hidden = false;
    this.tools.backend.showAppSheet(!this.tools.packages.isIndependent(this.path));
    for (const sheet of this.sheets) sheet.media = 'all';
    this.paint();
    this.wake();
    // The first page of all is where it should be, and scrolling would have it laid out before it is complete.
    if (Page.anyShown) window.scrollTo({ top: this.scrollTop, behavior: 'instant' });
    Page.anyShown = true;
    // After the components' own `ready`, which fireReady puts on the same queue when they are attached.
    setTimeout(() => {
      if (!this.ready) this.firstSeen();
      this.ready = true;
      this.arrived();
    });
  }

  private firstSeen(): void {
    const duration = instant() - this.createdAt;
    mark({
      entryType: 'render',
      name: 'firstRender',
      startTime: this.createdAt,
      duration,
      path: this.path,
      pageId: this.id,
    });
    this.run('onReady');
    this.paint();
  }

  hide(): void {
    this.scrollTop = window.scrollY;
    this.rest();
    this.conceal();
  }

  /** Tells the page and its components that they are seen: after a route, or when WeChat comes to the front. */
  wake(): void {
    this.run('onShow');
    for (const root of this.roots()) root.getComponent().triggerPageLifetime('show', []);
  }

  /** Tells the page and its components that they are not seen any more. */
  rest(): void {
    this.run('onHide');
    for (const root of this.roots()) root.getComponent().triggerPageLifetime('hide', []);
  }

  unload(): void {
    this.run('onUnload');
    this.conceal();
    for (const root of this.roots()) root.release();
    for (const sheet of this.sheets) sheet.remove();
    this.box.remove();
  }

  /** Carries what the page says about the whole window (its background, its root font size) to the window. */
  paint(): void {
    document.documentElement.style.fontSize = this.element?.dataset.rootFontSize ?? '';
    if (this.painting) return;
    this.painting = true;
    // Asking for a style lays it out at once: in the frame to come the browser has to do so anyway.
    requestAnimationFrame(() => {
      this.painting = false;
      if (!this.box.hidden) paintCanvas(this.element);
    });
  }

  /** The route that led here is over. */
  private arrived(): void {
    this.run('onRouteDone');
    for (const root of this.roots()) root.getComponent().triggerPageLifetime('routeDone', []);
  }

  resized(size: unknown): void {
    this.run('onResize', size);
    for (const root of this.roots()) root.getComponent().triggerPageLifetime('resize', [size]);
  }

  /** Puts in the styles of components that come after the page. */
  addStyles(components: readonly string[]): void {
    const { backend } = this.tools;
    const { sheets } = backend.collectSheets(() => components.map((is) => backend.appendStyleSheetPath(is)));
    for (const sheet of sheets) sheet.media = this.box.hidden ? 'not all' : 'all';
    this.sheets.push(...sheets);
  }

  /** Calls one of the page's own functions, if it has it; @returns what it returned */
  run(name: string, ...values: unknown[]): unknown {
    const method = this.caller[name];
    if (typeof method !== 'function') return undefined;
    try {
      return method.apply(this.caller, values);
    } catch (error) {
      reportError(`${this.path} ${name}`, error);
      return undefined;
    }
  }

  has(name: string): boolean {
    return typeof this.caller[name] === 'function';
  }

  private conceal(): void {
    this.box.hidden = true;
    for (const sheet of this.sheets) sheet.media = 'not all';
  }

  private roots(): Root[] {
    return this.tabBarRoot === undefined ? [this.root] : [this.root, this.tabBarRoot];
  }
}

const pagesByComponent = new WeakMap<glassEasel.Element, Page>();

/** The page that an element is on. */
export function pageOf(element: glassEasel.Element): Page | undefined {
  let at: glassEasel.Element = element;
  for (let host = at.ownerShadowRoot?.getHostNode(); host !== undefined; host = at.ownerShadowRoot?.getHostNode()) {
    at = host;
  }
  return pagesByComponent.get(at);
}

function attach(root: Root, box: HTMLElement): void {
  const placeholder = document.createElement('div');
  box.append(placeholder);
  root.attach(
    box as unknown as glassEasel.GeneralBackendElement,
    placeholder as unknown as glassEasel.GeneralBackendElement,
  );
}

const CLEAR = 'rgba(0, 0, 0, 0)';

/** In WeChat `page` is the whole window; here its background is carried to the canvas behind it. */
function paintCanvas(element: HTMLElement | null): void {
  if (element === null) return;
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const colour = backgroundColor === CLEAR ? (element.dataset.rootBackground ?? '') : backgroundColor;
  document.documentElement.style.background = backgroundImage === 'none' ? colour : '';
}

function navigationOf(app: AppConfig, page: Record<string, unknown>): NavigationState {
  const setting = (name: string, otherwise: string): string => {
    const value = page[name] ?? app.window[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const custom = setting('navigationStyle', 'default') === 'custom';
  const title = setting('navigationBarTitleText', '');
  if (isSinglePage()) {
    // WeChat's own bar: over the page or above it, whatever it is drawn like elsewhere.
    const own = page.singlePage as { navigationBarFit?: string } | undefined;
    const fit = own?.navigationBarFit ?? app.singlePageFit ?? (custom ? 'float' : 'squeezed');
    return { title, background: '#ffffff', front: 'black', custom: fit === 'float', loading: false, homeHidden: true };
  }
  return {
    title,
    background: setting('navigationBarBackgroundColor', '#000000'),
    front: setting('navigationBarTextStyle', 'white'),
    custom,
    loading: false,
    homeHidden: false,
  };
}
