import type { ProgramTheme } from '../program-theme';
import { shell } from '../shell';
import { isSinglePage } from '../single-page';
import { asyncApi, type Options } from './api';

/** The phone drawn by the shell: an iPhone of the current kind, in px. */
const STATUS_BAR = 47;
const NAVIGATION_BAR = 44;
const HOME_INDICATOR = 34;
const CAPSULE = { width: 87, height: 32, right: 7, top: 4 };
/** The standard text of WeChat on an iPhone, in px; the setting is a multiple of it. */
const STANDARD_FONT = 17;
const SDK_VERSION = '3.10.3';

function windowInfo(): Options {
  const { width, height } = shell.screen;
  return {
    pixelRatio: Math.max(1, Math.round(window.devicePixelRatio)),
    screenWidth: width,
    screenHeight: height,
    windowWidth: document.documentElement.clientWidth,
    windowHeight: window.innerHeight,
    statusBarHeight: STATUS_BAR,
    screenTop: STATUS_BAR + NAVIGATION_BAR,
    safeArea: safeArea(width, height),
  };
}

/** On a single page in Moments it is the whole screen, which has WeChat's own bars. */
function safeArea(width: number, height: number): Options {
  const [top, bottom] = isSinglePage() ? [0, height] : [STATUS_BAR, height - HOME_INDICATOR];
  return { left: 0, right: width, top, bottom, width, height: bottom - top };
}

const device = {
  abi: 'arm64',
  benchmarkLevel: -1,
  brand: 'devtools',
  model: 'iPhone 15',
  system: 'iOS 17.5',
  platform: 'devtools',
  cpuType: 'unknown',
  memorySize: 6144,
};

const appBase = {
  SDKVersion: SDK_VERSION,
  enableDebug: false,
  host: { appId: '', env: 'WeChat' },
  language: 'zh_CN',
  version: '8.0.62',
};

/** The person's text size in WeChat, in px: what "system" means to page-meta. */
export function fontSizeSetting(): number {
  return Math.round(STANDARD_FONT * shell.textScale * 10) / 10;
}

const setting = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
};

const authorization = {
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'not determined',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  microphoneAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
};

/** What a program may know of phone and app, and the launch it was started with. */
export function systemApi(launch: Options, theme: ProgramTheme): Record<string, (...values: never[]) => unknown> {
  const appInfo = (): Options => ({
    ...appBase,
    ...(theme.told === undefined ? {} : { theme: theme.told }),
    fontSizeScaleFactor: shell.textScale,
    fontSizeSetting: fontSizeSetting(),
  });
  const everything = (): Options => ({ ...device, ...appInfo(), ...setting, ...windowInfo() });
  return {
    getSystemInfoSync: everything,
    getSystemInfo: asyncApi('getSystemInfo', everything),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', everything),
    getWindowInfo: windowInfo,
    getDeviceInfo: () => ({ ...device }),
    getAppBaseInfo: appInfo,
    getSystemSetting: () => ({ ...setting }),
    getAppAuthorizeSetting: () => ({ ...authorization }),
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'client not supported' }),
    getMenuButtonBoundingClientRect: () => {
      const right = shell.screen.width - CAPSULE.right;
      const top = STATUS_BAR + CAPSULE.top;
      const { width, height } = CAPSULE;
      return { width, height, right, top, left: right - width, bottom: top + height };
    },
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: { appId: '', version: '' },
    }),
    getApiCategory: () => (isSinglePage() ? 'browseOnly' : 'default'),
    getLaunchOptionsSync: () => ({ ...launch }),
    getEnterOptionsSync: () => ({ ...launch }),
  };
}
