import type { Chrome, ChromeTabBar } from '../bridge';
import { closeContainer } from './builtins/page-container';
import { Page, type PageTools } from './page';
import { instant, markRoute } from './performance-marks';
import { setProblemPage } from './problems';
import { planRoute, type RouteKind, type RoutePlan } from './route-plan';
import { offeredMenus } from './share';
import { shell } from './shell';
import { isSinglePage } from './single-page';

/** Badges and changes that setTabBarItem and its family make to the native tab bar. */
export interface TabChange {
  text?: string;
  icon?: string;
  selectedIcon?: string;
  badge?: string;
  dot?: boolean;
}

/** The pages alive and the one on screen. Routes run one after the other, as WeChat queues them. */
export class PageStack {
  readonly tabChanges = new Map<number, TabChange>();
  tabBarStyle: Partial<Omit<ChromeTabBar, 'items' | 'selected'>> = {};
  tabBarHidden = false;
  private stack: Page[] = [];
  private keptTabs: Page[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly tools: PageTools) {}

  get current(): Page | undefined {
    return this.stack[this.stack.length - 1];
  }

  get pages(): readonly Page[] {
    return this.stack;
  }

  get tabs(): string[] {
    return this.tools.app.tabBar?.list.map((tab) => tab.pagePath) ?? [];
  }

  /**
   * Goes somewhere. @returns the page opened or shown
   * @throws the reason, as WeChat words it
   */
  go(
    kind: RouteKind,
    target: { url?: string | undefined; delta?: number | undefined },
    opened?: (page: Page) => void,
  ): Promise<Page | undefined> {
    const step = this.queue.then(() => this.execute(kind, target, opened));
    this.queue = step.catch(() => undefined);
    return step;
  }

  /** Tells the shell how the phone looks for the page on screen. */
  showChrome(): void {
    const page = this.current;
    if (page === undefined) return;
    const { navigation } = page;
    const home = this.tools.app.entryPagePath;
    const atBottom = this.stack.length === 1;
    const { theme } = this.tools;
    const chrome: Chrome = {
      route: page.path,
      url: page.url,
      depth: this.stack.length,
      theme: theme.shown,
      navigation: {
        custom: navigation.custom,
        title: navigation.title,
        background: theme.resolve(navigation.background) ?? '#000000',
        front: theme.resolve(navigation.front) === 'black' ? 'black' : 'white',
        loading: navigation.loading,
        back: !atBottom,
        home: atBottom && !isSinglePage() && !page.isTab && page.path !== home && !navigation.homeHidden,
      },
      tabBar: this.tabBar(page),
      share: offeredMenus(page),
    };
    document.documentElement.classList.toggle('phone-native-tabs', chrome.tabBar !== undefined);
    shell.show(chrome);
  }

  private async execute(
    kind: RouteKind,
    target: { url?: string | undefined; delta?: number | undefined },
    opened?: (page: Page) => void,
  ): Promise<Page | undefined> {
    const { app, packages } = this.tools;
    const startedAt = instant();
    const referrer = this.current?.path;
    const plan = planRoute(
      kind,
      target,
      { stack: this.stack, keptTabs: this.keptTabs },
      { pages: app.pages, tabs: this.tabs },
    );
    if (typeof plan === 'string') throw new Error(plan);
    if (kind === 'navigateBack' && this.current?.container !== undefined) {
      closeContainer(this.current.container);
      this.showChrome();
      return this.current;
    }
    const missing = plan.open === undefined ? [] : packages.missing(plan.open.path);
    if (missing.length > 0) await this.whileLoading(() => packages.bring(missing, this.current === undefined));
    const page = this.apply(plan, opened);
    if (page !== undefined) markRoute(kind, page.path, startedAt, referrer);
    return page;
  }

  /** Order of the lifecycles as WeChat has it: the old page hides or unloads before the new one loads. */
  private apply(plan: RoutePlan, opened?: (page: Page) => void): Page | undefined {
    const alive = new Map([...this.stack, ...this.keptTabs].map((page) => [page.id, page]));
    const pick = (ids: number[]) => ids.flatMap((id) => alive.get(id) ?? []);
    const leaving = this.current?.path;
    if (plan.hide !== undefined) alive.get(plan.hide)?.hide();
    for (const page of pick(plan.unload)) page.unload();
    this.stack = pick(plan.stack);
    this.keptTabs = pick(plan.keptTabs);
    let page = plan.show === undefined ? undefined : alive.get(plan.show);
    if (plan.open !== undefined) {
      setProblemPage(plan.open.path);
      page = this.create(plan.open.path, plan.open.query);
      opened?.(page);
      this.stack.push(page);
      this.showChrome();
      page.load();
    } else if (page !== undefined) {
      setProblemPage(page.path);
      this.showChrome();
    }
    if (page !== undefined && (plan.open !== undefined || leaving !== page.path || plan.unload.length > 0)) {
      page.show();
      this.tools.packages.preload(page.path);
    }
    return page;
  }

  /** The page on screen stays until the next one is there, and says that something is being fetched. */
  private async whileLoading(fetching: () => Promise<void>): Promise<void> {
    const navigation = this.current?.navigation;
    const before = navigation?.loading ?? false;
    const turn = (loading: boolean): void => {
      if (navigation !== undefined) navigation.loading = loading;
      this.showChrome();
    };
    turn(true);
    try {
      await fetching();
    } finally {
      turn(before);
    }
  }

  private create(path: string, query: string): Page {
    return new Page(path, query, this.tabs.includes(path), this.tools);
  }

  /** What `onTabItemTap` is told. */
  tabItem(path: string): { index: number; pagePath: string; text: string } {
    const index = this.tabs.indexOf(path);
    return { index, pagePath: path, text: this.tools.app.tabBar?.list[index]?.text ?? '' };
  }

  private tabBar(page: Page): ChromeTabBar | undefined {
    const declared = this.tools.app.tabBar;
    if (isSinglePage()) return undefined;
    if (declared === undefined || declared.custom || !page.isTab || this.tabBarHidden) return undefined;
    const themed = (value: string) => this.tools.theme.resolve(value) ?? '';
    return {
      color: themed(declared.color),
      selectedColor: themed(declared.selectedColor),
      background: themed(declared.backgroundColor),
      border: themed(declared.borderStyle),
      ...this.tabBarStyle,
      selected: this.tabs.indexOf(page.path),
      items: declared.list.map((tab, index) => ({
        text: tab.text,
        icon: themed(tab.iconPath),
        selectedIcon: themed(tab.selectedIconPath),
        badge: '',
        dot: false,
        ...this.tabChanges.get(index),
      })),
    };
  }
}
