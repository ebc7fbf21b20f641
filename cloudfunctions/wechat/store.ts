import { collection } from '../platform/db';
import type { AllowanceDocument } from './rules/allowance';
import type { MediaCheck, MediaVerdict } from './rules/media-check';

/** `_id` is the person's id. */
export const allowances = collection<AllowanceDocument>('messageAllowances');
/** `_id` follows from the asker and its subject. */
export const mediaChecks = collection<MediaCheck>('mediaChecks');
/** What WeChat said before we had written what we asked; `_id` is WeChat's trace id. */
export const mediaVerdicts = collection<MediaVerdict>('mediaVerdicts');
