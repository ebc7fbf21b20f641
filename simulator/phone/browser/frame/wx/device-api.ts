import { shell } from '../shell';
import { type Api, ApiError, asyncApi, list, text } from './api';

let clipboard = '';

const quiet = (name: string): Api => asyncApi(name, () => undefined);

/** Camera, clipboard, messages and permissions: what the phone around the program answers for. */
export const deviceApi: Record<string, Api> = {
  scanCode: asyncApi('scanCode', async () => {
    const result = await shell.scan();
    if (result === undefined) throw new ApiError('cancel');
    return { result, scanType: 'QR_CODE', charSet: 'UTF-8', path: '', rawData: '' };
  }),
  setClipboardData: asyncApi('setClipboardData', (options) => {
    clipboard = text(options, 'data');
    shell.copied(clipboard);
  }),
  getClipboardData: asyncApi('getClipboardData', () => ({ data: clipboard })),
  vibrateShort: quiet('vibrateShort'),
  vibrateLong: quiet('vibrateLong'),
  hideShareMenu: quiet('hideShareMenu'),
  showShareMenu: quiet('showShareMenu'),
  updateShareMenu: quiet('updateShareMenu'),
  setVisualEffectOnCapture: quiet('setVisualEffectOnCapture'),
  setKeepScreenOn: quiet('setKeepScreenOn'),
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', async (options) => {
    const templates = list(options, 'tmplIds').map(String);
    if (templates.length === 0) throw new ApiError('TmplIds can not be empty');
    const accepted = await shell.askSubscription(templates);
    return Object.fromEntries(templates.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']));
  }),
  getSetting: asyncApi('getSetting', () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true } })),
  authorize: quiet('authorize'),
  getPrivacySetting: asyncApi('getPrivacySetting', () => ({
    needAuthorization: false,
    privacyContractName: '《小程序隐私保护指引》',
  })),
  requirePrivacyAuthorize: quiet('requirePrivacyAuthorize'),
  openPrivacyContract: quiet('openPrivacyContract'),
  login: asyncApi('login', () => ({ code: `local-${shell.openId}` })),
  checkSession: quiet('checkSession'),
};
