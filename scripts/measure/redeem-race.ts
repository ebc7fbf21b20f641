import { auditBooks } from '../../cloudfunctions/points/books/audit-books';
import type { Account } from '../../cloudfunctions/points/rules/account';
import { type StoredGift, shelved } from '../../cloudfunctions/points/rules/gift';
import type { Answer } from '../../shared/kernel/contract';
import type { Cloud } from '../../simulator/cloud/start-cloud';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { employees } from './race-people';

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

/** 64 phones redeem the last 5 pieces of one gift at once, every request sent twice. */
export async function* redeemRace(root: string): AsyncIterable<object> {
  const built = await openBuiltCloud(root);
  const { cloud } = built;
  try {
    await prepare(built);
    const sent: Promise<Answer<unknown>>[] = [];
    for (const { _id, personId } of employees(clients)) {
      const input = { giftId, requestId: `race-request-${personId}` };
      for (let copy = 0; copy < 2; copy += 1) sent.push(built.send(_id, 'points', 'redeemGift', input));
    }
    const answers = await Promise.all(sent);
    const [accounts, entries, gifts, redemptions] = [
      read<Account>(cloud, 'pointAccounts'),
      read<Entry>(cloud, 'pointLedgerEntries'),
      read<StoredGift>(cloud, 'gifts'),
      read<StoredRedemption>(cloud, 'redemptions').filter(({ state }) => state !== 'cancelled'),
    ];
    yield {
      clients,
      requests: answers.length,
      stock,
      granted: redemptions.length,
      duplicates: duplicatesAmong(redemptions, entries),
      minStock: Math.min(...gifts.map((gift) => gift.stock)),
      minBalance: Math.min(...entries.map(({ balanceAfter }) => balanceAfter)),
      ledgerMismatches: auditBooks(accounts, entries, gifts, read(cloud, 'redemptions')).length,
      bugs: answers.filter((answer) => !answer.ok && answer.code === 'bug').length,
    };
  } finally {
    await built.close();
  }
}
