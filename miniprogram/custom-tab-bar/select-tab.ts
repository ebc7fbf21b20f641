import { refreshUnread } from '../cloud/unread';

interface TabPage {
  route: string;
  /** Null while WeChat has not made it yet; it is then drawn with what its page says next. */
  getTabBar(): { setData(data: { selected: string }): void } | null;
}

/**
 * Each tab page has a tab bar of its own, which is not told when its page is shown: the page says so in onShow. The
 * badge is brought up to date with it.
 */
export function selectTab(page: TabPage): void {
  page.getTabBar()?.setData({ selected: page.route });
  refreshUnread();
}
