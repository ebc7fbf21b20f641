import { shell } from '../shell';
import { type Api, ApiError, asyncApi, text } from './api';

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
  updateShareMenu: quiet('updateShareMenu'),
  setVisualEffectOnCapture: quiet('setVisualEffectOnCapture'),
  setKeepScreenOn: quiet('setKeepScreenOn'),
  login: asyncApi('login', () => ({ code: `local-${shell.openId}` })),
  checkSession: quiet('checkSession'),
};
