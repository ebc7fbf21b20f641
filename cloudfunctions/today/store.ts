import { collection } from '../platform/db';
import type { StoredEntry } from './rules/entry';
import type { StoredSettings } from './rules/settings';

/** Notices and tasks; `_id` follows from the person and the fact or task. */
export const entries = collection<StoredEntry>('todayEntries');
/** `_id` is the person's id. */
export const settings = collection<StoredSettings>('noticeSettings');
