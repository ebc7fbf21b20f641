import { openNodeSdk } from './open-node-sdk';
import { type Cloud, startCloud } from './start-cloud';

const declarations = [
  {
    name: 'all',
    collections: { big: { indexes: [{ name: 'by-owner', keys: [['owner', 'asc'] as ['owner', 'asc']] }] }, other: {} },
  },
];
let cloud: Cloud;
let db: ReturnType<ReturnType<typeof openNodeSdk>['database']>;

beforeAll(async () => {
  cloud = await startCloud({ declarations });
  await cloud.seed({
    collections: {
      big: Array.from({ length: 1001 }, (_, n) => ({ _id: `b${n}`, owner: n % 10, n })),
      other: [{ _id: 'x' }],
    },
  });
  db = openNodeSdk(cloud).database();
});

afterAll(() => cloud.close());

test('a search without an index is refused in a large collection and says which index is missing', async () => {
  await expect(db.collection('big').where({ n: 5 }).limit(1).get()).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(/database\.getDocument on "big".*\{"keys": \[\["n","asc"\]\]\}/),
  });
  await expect(db.collection('big').where({ n: 5 }).count()).rejects.toMatchObject({
    message: expect.stringContaining('Strict'),
  });
  await expect(db.collection('big').where({ n: 5 }).update({ x: 1 })).rejects.toMatchObject({
    message: expect.stringContaining('Strict'),
  });
  await expect(db.collection('big').where({ n: 5 }).remove()).rejects.toMatchObject({
    message: expect.stringContaining('Strict'),
  });
  await expect(db.collection('big').orderBy('n', 'asc').limit(5).get()).rejects.toMatchObject({
    message: expect.stringContaining('Strict'),
  });
  await expect(db.collection('big').aggregate().match({ n: 5 }).end()).rejects.toMatchObject({
    message: expect.stringContaining('Strict'),
  });
  await expect(
    db.collection('other').aggregate().lookup({ from: 'big', localField: 'n', foreignField: 'n', as: 'all' }).end(),
  ).rejects.toMatchObject({ message: expect.stringContaining('Strict') });
});

test('a pipeline over the whole of a large collection is refused', async () => {
  const all = db
    .collection('big')
    .aggregate()
    .group({ _id: null, n: db.command.aggregate.sum(1) })
    .end();
  await expect(all).rejects.toMatchObject({ message: expect.stringContaining('database.aggregateDocuments on "big"') });
  expect((await db.collection('big').aggregate().limit(3).end()).data).toHaveLength(3);
});

test('the same searches are answered in a small collection or through an index', async () => {
  expect((await db.collection('other').where({ n: 5 }).get()).data).toEqual([]);
  expect((await db.collection('big').where({ owner: 3, n: 3 }).get()).data).toHaveLength(1);
  expect((await db.collection('big').limit(5).get()).data).toHaveLength(5);
  expect((await db.collection('big').count()).total).toBe(1001);
});

test('writing with an empty condition is refused: the SDK turns {a: {}} into one', async () => {
  await expect(db.collection('other').where({ a: {} }).update({ x: 1 })).rejects.toMatchObject({
    message: expect.stringContaining('empty condition'),
  });
  await expect(db.collection('other').where({}).remove()).rejects.toMatchObject({
    message: expect.stringContaining('empty condition'),
  });
  expect(cloud.documents('other')).toEqual([{ _id: 'x' }]);
});

test('a list that sends no limit is refused', async () => {
  const request = { action: 'database.getDocument', collectionName: 'other', queryType: 'WHERE' };
  const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) });
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining('limit') });
});

test('a lenient cloud answers what a strict one refuses', async () => {
  const lenient = await startCloud({ declarations, strict: false });
  await lenient.seed({ collections: { big: Array.from({ length: 1001 }, (_, n) => ({ n })) } });
  const found = await openNodeSdk(lenient).database().collection('big').where({ n: 5 }).get();
  expect(found.data).toHaveLength(1);
  await lenient.close();
});
