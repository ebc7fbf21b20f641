interface TabPage {
  route: string;
  getTabBar(): { setData(data: { selected: string }): void };
}

/** Each tab page has a tab bar of its own, which is not told when its page is shown: the page says so in onShow. */
export function selectTab(page: TabPage): void {
  page.getTabBar().setData({ selected: page.route });
}
