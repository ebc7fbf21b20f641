import { shell } from './shell';
import { isAfterTap } from './taps';
import { ApiError, asyncApi } from './wx/api';

/** WeChat's number for a page that was opened in Moments: only to be looked at, without a login. */
const MOMENTS = 1154;

/** What cannot be called there, of what the phone has; from WeChat's guide to sharing in Moments. */
const REFUSED = [
  'authorize',
  'bindEmployeeRelation',
  'checkSession',
  'chooseAddress',
  'chooseImage',
  'chooseLocation',
  'chooseMedia',
  'chooseMessageFile',
  'chooseVideo',
  'getClipboardData',
  'getUserInfo',
  'getUserProfile',
  'hideHomeButton',
  'hideNavigationBarLoading',
  'hideShareMenu',
  'hideTabBar',
  'hideTabBarRedDot',
  'login',
  'makePhoneCall',
  'navigateBack',
  'navigateTo',
  'navigateToMiniProgram',
  'openCustomerServiceChat',
  'openDocument',
  'openLocation',
  'openSetting',
  'reLaunch',
  'redirectTo',
  'removeTabBarBadge',
  'requestPayment',
  'requestSubscribeMessage',
  'saveImageToPhotosAlbum',
  'scanCode',
  'setClipboardData',
  'setNavigationBarColor',
  'setNavigationBarTitle',
  'setTabBarBadge',
  'setTabBarItem',
  'setTabBarStyle',
  'shareFileMessage',
  'showNavigationBarLoading',
  'showShareMenu',
  'showTabBar',
  'showTabBarRedDot',
  'switchTab',
  'updateShareMenu',
];

/** Whether the program runs as a single page: no login, no other page, no tab bar, storage of its own. */
export function isSinglePage(): boolean {
  return shell.scene === MOMENTS;
}

/** Makes every call fail that a single page may not make. */
export function guardSinglePage(known: Record<string, unknown>): void {
  if (!isSinglePage()) return;
  for (const name of REFUSED) if (name in known) known[name] = asyncApi(name, refuse);
}

/** What WeChat tells somebody who tapped what a single page cannot do. */
export function tellSinglePage(): void {
  shell.toast({ title: '请前往小程序使用完整服务', icon: 'none', image: '', mask: false, duration: 1500 });
}

/** @throws ApiError whose words are not known from a real client */
function refuse(): never {
  if (isAfterTap()) tellSinglePage();
  throw new ApiError('not supported in single page mode');
}
