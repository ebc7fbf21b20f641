import type { ProgramPackages } from '../program-packages';
import { resolveFileUrl } from '../temp-files';
import { asyncApi, type Options, text } from './api';

const BATTERY = { level: 100, isCharging: false, isLowPowerModeEnabled: false };

/** The small things every program may call: bytes as text, fonts, battery, reports that go nowhere. */
export function platformApi(packages: ProgramPackages): Record<string, (...values: never[]) => unknown> {
  return {
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(new Uint8Array(buffer).reduce((written, byte) => written + String.fromCharCode(byte), '')),
    base64ToArrayBuffer: (written: string) =>
      Uint8Array.from(atob(written), (character) => character.charCodeAt(0)).buffer,
    getRandomValues: asyncApi('getRandomValues', (options) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(options.length) || 0)).buffer,
    })),
    getBatteryInfo: asyncApi('getBatteryInfo', () => ({ ...BATTERY })),
    getBatteryInfoSync: () => ({ ...BATTERY }),
    getExtConfig: asyncApi('getExtConfig', () => ({ extConfig: {} })),
    getExtConfigSync: () => ({}),
    loadFontFace: asyncApi('loadFontFace', async (options) => {
      const source = /^url\((['"]?)(.+)\1\)$/.exec(text(options, 'source').trim())?.[2] ?? '';
      const font = new FontFace(text(options, 'family'), `url("${await resolveFileUrl(source)}")`, {
        ...((options.desc as FontFaceDescriptors | undefined) ?? {}),
      });
      document.fonts.add(await font.load());
      return { status: 'loaded' };
    }),
    preDownloadSubpackage: (options: Options = {}) =>
      asyncApi('preDownloadSubpackage', () => packages.fetchNamed(text(options, 'name')))(options),
    reportAnalytics: () => undefined,
    reportMonitor: () => undefined,
    requestIdleCallback: (callback: IdleRequestCallback, options?: IdleRequestOptions) =>
      requestIdleCallback(callback, options),
    cancelIdleCallback: (handle: number) => cancelIdleCallback(handle),
  };
}
