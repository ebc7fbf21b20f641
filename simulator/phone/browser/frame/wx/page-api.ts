import type { PageGestures } from '../page-gestures';
import type { PageStack, TabChange } from '../page-stack';
import type { ShareMenu } from '../share';
import { type Api, ApiError, asyncApi, list, number, type Options, text } from './api';

/** What a program changes about the page on screen and the bars around it. */
export function pageApi(pages: PageStack, gestures: PageGestures): Record<string, Api> {
  const onBar = (name: string, change: (options: Options) => void): Api =>
    asyncApi(name, (options) => {
      change(options);
      pages.showChrome();
    });
  const tab = (name: string, change: (options: Options) => TabChange): Api =>
    onBar(name, (options) => {
      const index = number(options, 'index', -1);
      if (pages.current?.isTab !== true) throw new ApiError('not TabBar page');
      if (index < 0 || index >= pages.tabs.length) throw new ApiError('invalid index');
      pages.tabChanges.set(index, { ...pages.tabChanges.get(index), ...change(options) });
    });
  return {
    setNavigationBarTitle: onBar('setNavigationBarTitle', (options) => {
      if (pages.current !== undefined) pages.current.navigation.title = text(options, 'title');
    }),
    setNavigationBarColor: onBar('setNavigationBarColor', (options) => {
      const navigation = pages.current?.navigation;
      if (navigation === undefined) return;
      navigation.background = text(options, 'backgroundColor', navigation.background);
      navigation.front = text(options, 'frontColor') === '#000000' ? 'black' : 'white';
    }),
    showNavigationBarLoading: onBar('showNavigationBarLoading', () => {
      if (pages.current !== undefined) pages.current.navigation.loading = true;
    }),
    hideNavigationBarLoading: onBar('hideNavigationBarLoading', () => {
      if (pages.current !== undefined) pages.current.navigation.loading = false;
    }),
    hideHomeButton: onBar('hideHomeButton', () => {
      if (pages.current !== undefined) pages.current.navigation.homeHidden = true;
    }),
    ...shareMenus(pages, onBar),
    setTabBarBadge: tab('setTabBarBadge', (options) => ({ badge: text(options, 'text'), dot: false })),
    removeTabBarBadge: tab('removeTabBarBadge', () => ({ badge: '' })),
    showTabBarRedDot: tab('showTabBarRedDot', () => ({ dot: true, badge: '' })),
    hideTabBarRedDot: tab('hideTabBarRedDot', () => ({ dot: false })),
    setTabBarItem: tab('setTabBarItem', (options) => ({
      ...('text' in options ? { text: text(options, 'text') } : {}),
      ...('iconPath' in options ? { icon: text(options, 'iconPath') } : {}),
      ...('selectedIconPath' in options ? { selectedIcon: text(options, 'selectedIconPath') } : {}),
    })),
    setTabBarStyle: onBar('setTabBarStyle', (options) => {
      pages.tabBarStyle = {
        ...('color' in options ? { color: text(options, 'color') } : {}),
        ...('selectedColor' in options ? { selectedColor: text(options, 'selectedColor') } : {}),
        ...('backgroundColor' in options ? { background: text(options, 'backgroundColor') } : {}),
        ...('borderStyle' in options ? { border: text(options, 'borderStyle') } : {}),
      };
    }),
    hideTabBar: onBar('hideTabBar', () => {
      pages.tabBarHidden = true;
    }),
    showTabBar: onBar('showTabBar', () => {
      pages.tabBarHidden = false;
    }),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => gestures.start()),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => gestures.stop()),
    pageScrollTo: asyncApi('pageScrollTo', (options) => {
      const selector = text(options, 'selector');
      const target = selector === '' ? undefined : pages.current?.element?.querySelector(selectorInDom(selector));
      const top = target ? target.getBoundingClientRect().top + window.scrollY : number(options, 'scrollTop', 0);
      const smooth = number(options, 'duration', 300) > 0;
      window.scrollTo({ top: top + number(options, 'offsetTop', 0), behavior: smooth ? 'smooth' : 'instant' });
    }),
    setBackgroundColor: asyncApi('setBackgroundColor', () => undefined),
    setBackgroundTextStyle: asyncApi('setBackgroundTextStyle', () => undefined),
  };
}

function shareMenus(
  pages: PageStack,
  onBar: (name: string, change: (options: Options) => void) => Api,
): Record<string, Api> {
  return {
    hideShareMenu: onBar('hideShareMenu', (options) => {
      for (const menu of menus(options, BOTH_MENUS)) pages.current?.hiddenMenus.add(menu);
    }),
    showShareMenu: onBar('showShareMenu', (options) => {
      for (const menu of menus(options, ['shareAppMessage'])) pages.current?.hiddenMenus.delete(menu);
    }),
  };
}

const BOTH_MENUS: ShareMenu[] = ['shareAppMessage', 'shareTimeline'];

function menus(options: Options, otherwise: ShareMenu[]): ShareMenu[] {
  const named = list(options, 'menus');
  return 'menus' in options ? BOTH_MENUS.filter((menu) => named.includes(menu)) : otherwise;
}

/** Ids are attributes in the phone's DOM; a page's own classes are not scoped. */
function selectorInDom(selector: string): string {
  return selector.replace(/#([\w-]+)/g, '[wx-id="$1"]').replace(/>>>/g, ' ');
}
