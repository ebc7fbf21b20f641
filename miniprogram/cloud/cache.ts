import type { Instant } from '../../shared/kernel/scalar';
import { currentMe } from './session';

export interface Kept<Data> {
  data: Data;
  readAt: Instant;
}

const prefix = 'kept.';

/** What one person read is never shown to another who uses the same phone. */
const keyOf = (name: string) => `${prefix}${currentMe().person?.personId ?? 'visitor'}.${name}`;

/** What an earlier answer showed, or null. */
export function keptAnswer<Data>(name: string): Kept<Data> | null {
  return (wx.getStorageSync(keyOf(name)) as Kept<Data> | '') || null;
}

/** Keeps an answer for the next opening. A full storage only costs the head start. */
export function keepAnswer<Data>(name: string, data: Data): void {
  try {
    wx.setStorageSync(keyOf(name), { data, readAt: new Date().toISOString() } satisfies Kept<Data>);
  } catch {
    forgetAnswers();
  }
}

export function forgetAnswer(name: string): void {
  wx.removeStorageSync(keyOf(name));
}

/** Drops everything kept, of everybody. */
export function forgetAnswers(): void {
  for (const key of wx.getStorageInfoSync().keys) {
    if (key.startsWith(prefix)) wx.removeStorageSync(key);
  }
}
