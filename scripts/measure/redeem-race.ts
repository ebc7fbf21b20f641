import { auditBooks } from '../../cloudfunctions/points/books/audit-books';
import type { Account } from '../../cloudfunctions/points/rules/account';
import { type StoredGift, shelved } from '../../cloudfunctions/points/rules/gift';
import type { Answer } from '../../shared/kernel/contract';
import type { Cloud } from '../../simulator/cloud/start-cloud';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { employees } from './race-people';
import { prepareMany, sendTwice } from './redeem-many';

const clients = 64;
const stock = 5;
const giftId = 'race-gift';

type Books = Parameters<typeof auditBooks>;
type Entry = Books[1][number];
type StoredRedemption = Books[3][number];

const read = <Kind>(cloud: Cloud, collection: string) => cloud.documents(collection) as unknown as Kind[];

/** Everybody has the 20 points of joining; the gift costs 10. */
async function prepare({ cloud, ask }: BuiltCloud): Promise<void> {
  const gift = shelved({
    _id: giftId,
    name: '最后五件',
    description: '',
    costPoints: 10,
    stock,
    supplied: stock,
    perPersonLimit: null,
    pictureFileId: null,
    onSale: true,
    createdAt: new Date().toISOString(),
  });
  const people = employees(clients);
  // As a seed file would hold them.
  await cloud.seed(JSON.parse(JSON.stringify({ collections: { identities: people, gifts: [gift] } })));
  for (const { personId, employmentId } of people) {
    const fact = { factId: `joined-${personId}`, personId, employmentId, at: new Date().toISOString() };
    await ask.call('system', 'points', 'welcomePerson', { fact, requestId: `welcome-request-${personId}` });
  }
}

/** How many redemptions or debits there are beyond one for each request. */
function duplicatesAmong(redemptions: readonly StoredRedemption[], entries: readonly Entry[]): number {
  const requests = new Set(redemptions.map(({ personId, requestId }) => `${personId} ${requestId}`));
  const debits = entries.filter(({ cause }) => cause.kind === 'redemption').length;
  return redemptions.length - requests.size + (debits - redemptions.length);
}

/** What the race came to, by the books. */
function outcome(cloud: Cloud, answers: readonly Answer<unknown>[]) {
  const [accounts, entries, gifts, redemptions] = [
    read<Account>(cloud, 'pointAccounts'),
    read<Entry>(cloud, 'pointLedgerEntries'),
    read<StoredGift>(cloud, 'gifts'),
    read<StoredRedemption>(cloud, 'redemptions').filter(({ state }) => state !== 'cancelled'),
  ];
  return {
    granted: redemptions.length,
    duplicates: duplicatesAmong(redemptions, entries),
    minStock: Math.min(...gifts.map((gift) => gift.stock)),
    minBalance: Math.min(...accounts.map(({ balance }) => balance), ...entries.map(({ balanceAfter }) => balanceAfter)),
    ledgerMismatches: auditBooks(accounts, entries, gifts, read(cloud, 'redemptions')).length,
    bugs: answers.filter((answer) => !answer.ok && answer.code === 'bug').length,
  };
}

/** Longer than the sweep leaves things alone. */
const laterMillis = 3 * 60_000;

async function sweep(cloud: Cloud): Promise<void> {
  await cloud.clock.advance(laterMillis);
  await cloud.runTimer('points', 'minute');
}

/** 64 phones redeem the last 5 pieces of one gift at once, every request sent twice. */
export async function fewPieces(root: string): Promise<object> {
  const built = await openBuiltCloud(root);
  try {
    await prepare(built);
    const sent: Promise<Answer<unknown>>[] = [];
    for (const { _id, personId } of employees(clients)) {
      const input = { giftId, requestId: `race-request-${personId}` };
      for (let copy = 0; copy < 2; copy += 1) sent.push(built.send(_id, 'points', 'redeemGift', input));
    }
    const answers = await Promise.all(sent);
    // Entries are written when movements are settled.
    await sweep(built.cloud);
    return { clients, requests: answers.length, stock, ...outcome(built.cloud, answers) };
  } finally {
    await built.close();
  }
}

/** What goes wrong on purpose: requests to the database that fail, that conflict, and whose answer is lost. */
const faults = { errors: 0.01, conflicts: 0.1, lostAnswers: 0.02, seed: 7 };

/** 10,000 redemptions of a thousand pieces, each sent twice, while the line to the database is bad. */
async function manyPieces(root: string): Promise<object> {
  const built = await openBuiltCloud(root);
  const { cloud } = built;
  const load = { giftIds: ['race-many'], stock: 1000, people: clients, clients, requests: 10_000 };
  try {
    await prepareMany(built, load);
    cloud.faults.set(faults);
    const answers = await sendTwice(built, load, 'first');
    cloud.faults.clear();
    // What was reserved when the line broke comes back, and whoever is left takes it.
    for (const wave of ['second', 'third']) {
      await sweep(cloud);
      answers.push(...(await sendTwice(built, { ...load, requests: 200 }, wave)));
    }
    await sweep(cloud);
    return { clients, requests: answers.length, stock: load.stock, ...outcome(cloud, answers), faults };
  } finally {
    await built.close();
  }
}

/** Redeeming under contention: few pieces, and many requests on a bad line. */
export async function* redeemRace(root: string): AsyncIterable<object> {
  yield await fewPieces(root);
  yield await manyPieces(root);
}
