import { instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { chained, type StoredEntry, sortOf } from '../books/ledger-chain';
import type { Account, Proved } from '../rules/account';
import { contradictions, provedAfter, provedSince } from '../rules/proof';
import { accounts, ledger, pointAlerts } from '../store';
import type { Visit } from './run';

const entriesAtOnce = 500;

/**
 * Proves balance, lots and chain of every account against its entries: those since the last proof, and once in a while
 * all of them. An account that cannot be proved is named in an alert, night after night until somebody has mended it;
 * nothing is changed by itself.
 */
export const proveAccounts: Visit = async (page, day, now) => {
  let [proved, alerts] = [0, 0];
  for (const account of page) {
    const { found, until } = await prove(account, provedSince(account, day));
    if (found.length > 0) {
      alerts += 1;
      await raise(account, found, day, now);
    } else if (until.seq > account.proved.seq) {
      await accounts.changeOne({ _id: account._id, 'proved.seq': account.proved.seq }, { proved: by.exactly(until) });
      proved += 1;
    }
  }
  return { proved, alerts };
};

/** Follows the entries to what is settled. */
async function prove(account: Account, since: Proved): Promise<{ found: string[]; until: Proved }> {
  let until = since;
  while (until.seq < account.settled.seq) {
    const where = { personId: account._id, sort: is.between(sortOf(until.seq + 1), sortOf(account.settled.seq)) };
    const entries = await ledger.list({ where, sortedBy: 'sort', limit: entriesAtOnce });
    const broken = firstBroken(until, entries);
    if (broken !== null) return { found: [broken], until };
    if (entries.length === 0) break;
    until = provedAfter(until, entries);
  }
  return { found: contradictions(account, until), until };
}

/** What is wrong with the first entry that does not follow from the one before it; null when all do. */
function firstBroken({ seq, hash }: Proved, entries: readonly StoredEntry[]): string | null {
  let before = hash;
  for (const [index, entry] of entries.entries()) {
    const { hash: said, ...rest } = entry;
    if (entry.sort !== sortOf(seq + index + 1)) return `第 ${seq + index + 1} 笔流水不见了`;
    if (said !== chained(before, rest)) return `流水 ${entry._id} 被改动过`;
    before = said;
  }
  return null;
}

async function raise({ _id: personId }: Account, found: string[], day: Day, now: Date): Promise<void> {
  console.error(JSON.stringify({ level: 'error', account: personId, found }));
  const at = instant(now);
  await pointAlerts.insert({ _id: `${day}.${personId}`, personId, day, found, at, tellSince: at });
}
