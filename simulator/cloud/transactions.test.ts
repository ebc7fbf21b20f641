import { openNodeSdk } from './open-node-sdk';
import { type Cloud, startCloud } from './start-cloud';

type Sdk = ReturnType<ReturnType<typeof openNodeSdk>['database']>;
type Transaction = Awaited<ReturnType<Sdk['startTransaction']>>;

let cloud: Cloud;
let db: Sdk;

beforeAll(async () => {
  const indexes = [{ name: 'by-code', keys: [['code', 'asc'] as ['code', 'asc']], unique: true }];
  cloud = await startCloud({ declarations: [{ name: 'bank', collections: { accounts: {}, coded: { indexes } } }] });
  db = openNodeSdk(cloud).database();
});

afterAll(() => cloud.close());

beforeEach(async () => {
  await db
    .collection('accounts')
    .where({ _id: db.command.exists(true) })
    .remove();
  await db.collection('accounts').add([
    { _id: 'a', balance: 10 },
    { _id: 'b', balance: 0 },
  ]);
});

function balances(): unknown[] {
  return cloud.documents('accounts').map(({ balance }) => balance);
}

test('two documents change together or not at all', async () => {
  await db.runTransaction(async (transaction: Transaction) => {
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ balance: db.command.inc(-3) });
    await transaction
      .collection('accounts')
      .doc('b')
      .update({ balance: db.command.inc(3) });
  });
  expect(balances()).toEqual([7, 3]);
  const failing = db.runTransaction(async (transaction: Transaction) => {
    await transaction.collection('accounts').doc('a').update({ balance: 0 });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(balances()).toEqual([7, 3]);
});

test('a transaction sees its own changes, nobody else does before the commit', async () => {
  const transaction = await db.startTransaction();
  await transaction.collection('accounts').doc('a').update({ balance: 99 });
  await transaction.collection('accounts').add({ _id: 'c', balance: 1 });
  await transaction.collection('accounts').doc('b').remove();
  const inside = await transaction
    .collection('accounts')
    .where({ balance: db.command.gt(0) })
    .orderBy('balance', 'asc')
    .get();
  expect(inside.data).toEqual([
    { _id: 'c', balance: 1 },
    { _id: 'a', balance: 99 },
  ]);
  expect(balances()).toEqual([10, 0]);
  await transaction.commit();
  expect(cloud.documents('accounts')).toEqual([
    { _id: 'a', balance: 99 },
    { _id: 'c', balance: 1 },
  ]);
});

test('the snapshot is taken at the first operation, not at the start', async () => {
  const transaction = await db.startTransaction();
  await db.collection('accounts').doc('a').update({ balance: 11 });
  expect((await transaction.collection('accounts').doc('a').get()).data).toMatchObject({ balance: 11 });
  await db.collection('accounts').doc('b').update({ balance: 1 });
  expect((await transaction.collection('accounts').doc('b').get()).data).toMatchObject({ balance: 0 });
  await transaction.rollback();
});

test('the first to write a document wins; the other learns it at its write and is over', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  await first.collection('accounts').doc('a').get();
  await second.collection('accounts').doc('a').get();
  await first.collection('accounts').doc('a').update({ balance: 1 });
  await expect(second.collection('accounts').doc('a').update({ balance: 2 })).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  await expect(second.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  await first.commit();
  expect(balances()).toEqual([1, 0]);
});

test('a write after the snapshot by somebody outside is a conflict too', async () => {
  const transaction = await db.startTransaction();
  await transaction.collection('accounts').doc('a').get();
  await db.collection('accounts').doc('a').update({ balance: 5 });
  await expect(transaction.collection('accounts').doc('a').update({ balance: 2 })).rejects.toMatchObject({
    code: 'DATABASE_TRANSACTION_CONFLICT',
  });
  expect(balances()).toEqual([5, 0]);
});

test('a write from outside waits for the transaction that holds the document', async () => {
  const transaction = await db.startTransaction();
  await transaction
    .collection('accounts')
    .doc('a')
    .update({ balance: db.command.inc(1) });
  const outside = db
    .collection('accounts')
    .doc('a')
    .update({ balance: db.command.inc(100) });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(balances()).toEqual([10, 0]);
  await transaction.commit();
  await outside;
  expect(balances()).toEqual([111, 0]);
});

test('reading two documents and writing one each is allowed: write skew', async () => {
  const [first, second] = [await db.startTransaction(), await db.startTransaction()];
  for (const transaction of [first, second]) {
    await transaction.collection('accounts').doc('a').get();
    await transaction.collection('accounts').doc('b').get();
  }
  await first.collection('accounts').doc('a').update({ balance: -1 });
  await second.collection('accounts').doc('b').update({ balance: -1 });
  await first.commit();
  await second.commit();
  expect(balances()).toEqual([-1, -1]);
});

test('where().update() of the SDK runs outside its transaction and outlives the rollback', async () => {
  const transaction = await db.startTransaction();
  await transaction.collection('accounts').where({ _id: 'a' }).update({ balance: 77 });
  await transaction.rollback();
  expect(balances()).toEqual([77, 0]);
});

test('a unique value taken meanwhile makes the commit fail whole', async () => {
  const transaction = await db.startTransaction();
  await transaction.collection('accounts').doc('a').update({ balance: 0 });
  await transaction.collection('coded').add({ _id: 'x', code: 1 });
  await db.collection('coded').add({ _id: 'y', code: 1 });
  await expect(transaction.commit()).rejects.toMatchObject({ message: expect.stringContaining('E11000') });
  expect(balances()).toEqual([10, 0]);
  expect(cloud.documents('coded').map(({ _id }) => _id)).toEqual(['y']);
});

test('racing increments are as many as there were successes', async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      db.runTransaction(async (transaction: Transaction) => {
        const account = transaction.collection('accounts').doc('b');
        const { data } = await account.get();
        await account.update({ balance: (data as { balance: number }).balance + 1 });
      }),
    ),
  );
  const succeeded = attempts.filter(({ status }) => status === 'fulfilled').length;
  expect(succeeded).toBeGreaterThan(0);
  expect(balances()).toEqual([10, succeeded]);
});

test('nobody waits longer than five seconds for a document', async () => {
  const transaction = await db.startTransaction();
  await transaction.collection('accounts').doc('a').update({ balance: 1 });
  const began = Date.now();
  await expect(db.collection('accounts').doc('a').update({ balance: 2 })).rejects.toMatchObject({
    message: expect.stringContaining('more than 5 seconds'),
  });
  expect(Date.now() - began).toBeLessThan(7000);
  await transaction.rollback();
}, 10_000);
