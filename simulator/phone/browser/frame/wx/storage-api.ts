import { shell } from '../shell';
import { isSinglePage } from '../single-page';
import { type Api, ApiError, asyncApi, list, type Options, text } from './api';

/** WeChat's limits: 1 MB a key, 10 MB in all. */
const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;
/** A single page in Moments has a drawer apart. */
const PREFIX = `${isSinglePage() ? 'phone-single-page' : 'phone'}:${shell.openId}:`;

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
}

function size(): number {
  return keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
}

function write(key: unknown, data: unknown): void {
  if (typeof key !== 'string' || key === '')
    throw new ApiError('parameter error: parameter.key should be String instead of Undefined;');
  const value = JSON.stringify({ data });
  if (value.length > KEY_LIMIT) throw new ApiError('entry size limit reached');
  const before = localStorage.getItem(PREFIX + key)?.length ?? 0;
  if (size() - before + value.length > TOTAL_LIMIT) throw new ApiError('storage limit reached');
  localStorage.setItem(PREFIX + key, value);
}

function writeAll(entries: unknown): void {
  if (!Array.isArray(entries)) throw new ApiError('parameter error: parameter.kvList should be Array');
  for (const { key, value } of entries as { key: unknown; value: unknown }[]) write(key, value);
}

function read(key: unknown): { found: boolean; data: unknown } {
  const stored = localStorage.getItem(PREFIX + String(key));
  if (stored === null) return { found: false, data: '' };
  const parsed = JSON.parse(stored) as { data?: unknown };
  return { found: true, data: parsed.data };
}

function describe(): { keys: string[]; currentSize: number; limitSize: number } {
  return { keys: keys(), currentSize: Math.ceil(size() / 1024), limitSize: TOTAL_LIMIT / 1024 };
}

/** Everything in the drawer of this person. */
export function kept(): { key: string; data: unknown }[] {
  return keys().map((key) => ({ key, data: read(key).data }));
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(PREFIX + key);
}

function sync(name: string, run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** wx storage: one drawer for each person, in the browser's localStorage. */
export const storageApi: Record<string, (...values: never[]) => unknown> = {
  setStorageSync: (key: unknown, data: unknown) => sync('setStorageSync', () => write(key, data)),
  getStorageSync: (key: unknown) => read(key).data,
  removeStorageSync: (key: string) => localStorage.removeItem(PREFIX + key),
  clearStorageSync: clear,
  getStorageInfoSync: describe,
  batchSetStorageSync: (entries: { key: unknown; value: unknown }[]) =>
    sync('batchSetStorageSync', () => writeAll(entries)),
  batchGetStorageSync: (wanted: unknown[]) => wanted.map((key) => read(key).data),
  ...asyncStorage(),
};

function asyncStorage(): Record<string, Api> {
  return {
    setStorage: asyncApi('setStorage', ({ key, data }: Options) => write(key, data)),
    getStorage: asyncApi('getStorage', ({ key }: Options) => {
      const { found, data } = read(key);
      if (!found) throw new ApiError('data not found');
      return { data };
    }),
    batchSetStorage: asyncApi('batchSetStorage', ({ kvList }: Options) => writeAll(kvList)),
    batchGetStorage: asyncApi('batchGetStorage', (options) => ({
      dataList: list(options, 'keyList').map((key) => read(key).data),
    })),
    removeStorage: asyncApi('removeStorage', (options) => localStorage.removeItem(PREFIX + text(options, 'key'))),
    clearStorage: asyncApi('clearStorage', clear),
    getStorageInfo: asyncApi('getStorageInfo', describe),
  };
}
