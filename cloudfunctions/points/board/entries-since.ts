import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import type { StoredEntry } from '../books/ledger-chain';
import { sortOf } from '../books/ledger-chain';
import { ledger } from '../store';

const entriesAtOnce = 200;

/** One person's entries from a moment on, the latest first. A request for two hundred. */
export async function entriesSince(personId: string, since: Instant): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  let before = sortOf(9_999_999_999);
  for (;;) {
    const where = { personId, sort: is.below(before) };
    const entries = await ledger.list({ where, sortedBy: 'sort', direction: 'desc', limit: entriesAtOnce });
    found.push(...entries.filter(({ booked }) => booked >= since));
    const last = entries.at(-1);
    if (!last || entries.length < entriesAtOnce || last.booked < since) return found;
    before = last.sort;
  }
}
