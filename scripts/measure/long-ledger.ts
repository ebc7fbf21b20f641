import { groupBy } from '../../cloudfunctions/points/books/group-by';
import { entriesAfter, type StoredEntry, settledAfter } from '../../cloudfunctions/points/books/ledger-chain';
import { openAccount, type Settled } from '../../cloudfunctions/points/rules/account';
import { countedOn, dayAfter, openDay, type StoredDay } from '../../cloudfunctions/points/rules/board/stored-day';
import { checkInMovement } from '../../cloudfunctions/points/rules/check-in';
import { tableOf, termsOn } from '../../cloudfunctions/points/rules/rule-table';
import { addDays, dayOf } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import { openClient, type Post } from './cloud/post-requests';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { employees, hrBeside, hrPhone } from './race-people';
import { cost, pagesOf } from './request-costs';

/** Entries in the ledger of the company. */
const sizes = [100_000, 1_000_000];
/** Of the first of them, in both ledgers: a thousand pages. */
const ownEntries = 20_000;
const people = employees(500);
/** As many as the board shows. */
const daysBooked = 90;
/** What an `add` takes. */
const entriesAtOnce = 1000;
const dayMillis = 86_400_000;
const checkInTerms = termsOn(tableOf([]), 'checkIn', '2026-01-01');

/**
 * What reading costs in a ledger of a hundred thousand and of a million entries: one person's page 1 and page 1,000,
 * and HR's board, which reads the daily roll-ups. `examined` are documents and index rows, the caller's identity
 * included.
 */
export async function* longLedger(root: string): AsyncIterable<object> {
  for (const size of sizes) {
    const built = await openBuiltCloud(root, { timers: false });
    try {
      const began = performance.now();
      await fill(built, size);
      yield { case: 'filled', size, seconds: Math.round((performance.now() - began) / 1000) };
      const list = { name: 'all', as: 'phone-1', context: 'points', call: 'listLedger', input: {} } as const;
      // Whichever process answers first reads the table of rules, which it then remembers.
      await cost(built, list.as, list.context, list.call, list.input);
      yield* pagesOf(built, list, size);
      const { counted } = await cost(built, hrPhone, 'points', 'readInflationBoard', {});
      yield { action: 'points.readInflationBoard', size, days: daysBooked, ...counted };
    } finally {
      await built.close();
    }
  }
}

/** Writes so many entries, evenly over the days up to yesterday, and each day as the roll-up counts it. */
async function fill({ cloud }: BuiltCloud, size: number): Promise<void> {
  const identities = [...people, hrBeside(people)];
  const pointAccounts = people.slice(0, 1).map(({ personId }) => openAccount(personId));
  // The timer counts on from the latest day, so that the days before are left to this.
  const pointDays = [openDay(dayOf(new Date()), size * checkInTerms.rule.points)];
  await cloud.seed(JSON.parse(JSON.stringify({ collections: { identities, pointAccounts, pointDays } })));
  const { post, close } = openClient(cloud.url, 1);
  const first = addDays(dayOf(new Date()), -daysBooked);
  let day = openDay(first, 0);
  for (const entries of batchesOf(size, first)) {
    await add(post, 'pointLedgerEntries', entries);
    for (const [booked, some] of groupBy(entries, ({ at }) => dayOf(at))) {
      if (booked > day._id) {
        await add(post, 'pointDays', [{ ...day, isFinal: true }]);
        day = dayAfter(day);
      }
      day = countedOn(day, some);
    }
  }
  await add(post, 'pointDays', [{ ...day, isFinal: true } satisfies StoredDay]);
  close();
}

/** The entries in the order in which they were booked, a request's worth at a time. */
function* batchesOf(size: number, first: Day): Iterable<StoredEntry[]> {
  const begun = Date.parse(`${first}T00:00:00.000+08:00`);
  const settled = new Map<string, Settled>();
  const next = (number: number) => {
    const place = number % (size / ownEntries) === 0 ? 0 : 1 + (number % (people.length - 1));
    const personId = people[place]?.personId ?? '';
    const before = settled.get(personId) ?? openAccount(personId).settled;
    const at = new Date(begun + Math.floor((number / size) * daysBooked * dayMillis)).toISOString();
    const account = { ...openAccount(personId), settled: before };
    const pending = [checkInMovement(personId, addDays('1900-01-01', before.seq), at, checkInTerms)];
    settled.set(personId, settledAfter({ ...account, pending }, 1));
    return entriesAfter(personId, before, pending);
  };
  for (let done = 0; done < size; done += entriesAtOnce) {
    yield Array.from({ length: entriesAtOnce }, (_, index) => done + index).flatMap(next);
  }
}

async function add(post: Post, collectionName: string, documents: readonly object[]): Promise<void> {
  const data = documents.map((document) => JSON.stringify(document));
  const answer = await post({ action: 'database.insertDocument', collectionName, data });
  if (answer.code !== undefined) throw new Error(`${collectionName}: ${JSON.stringify(answer)}`);
}
