import { is } from '../platform/db';
import type { StoredEntry } from './rules/entry';
import { entries } from './store';

/** Two deliveries of the same fact can meet; each round, at least one of them writes. */
const tries = 5;

/** Writes those entries that are not there yet: one request when all are new, which is nearly always. */
export async function insertMissing(wanted: readonly StoredEntry[]): Promise<void> {
  let missing = wanted;
  for (let attempt = 0; attempt < tries && missing.length > 0; attempt += 1) {
    if (await entries.insertMany(missing)) return;
    const ids = wanted.map(({ _id }) => _id);
    const present = await entries.list({ where: { _id: is.among(ids) }, limit: ids.length });
    missing = wanted.filter(({ _id }) => !present.some((entry) => entry._id === _id));
  }
  if (missing.length > 0) throw new Error('the same entries are being written by somebody else');
}
