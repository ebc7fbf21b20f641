import { openNodeSdk } from './open-node-sdk';
import { type Cloud, startCloud } from './start-cloud';

let cloud: Cloud;
let db: ReturnType<ReturnType<typeof openNodeSdk>['database']>;

beforeAll(async () => {
  const indexes = [
    { name: 'by-owner', keys: [['owner', 'asc'] as ['owner', 'asc'], ['n', 'desc'] as ['n', 'desc']] },
    { name: 'by-code', keys: [['code', 'asc'] as ['code', 'asc']], unique: true },
  ];
  cloud = await startCloud({
    declarations: [{ name: 'notes', collections: { notes: {}, coded: { indexes }, people: {} } }],
    now: () => new Date('2026-03-01T01:00:00Z'),
  });
  db = openNodeSdk(cloud).database();
});

afterAll(() => cloud.close());

beforeEach(async () => {
  for (const name of ['notes', 'coded', 'people'])
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove();
  cloud.requests.clear();
});

test('a document comes back as it was added, dates and places included', async () => {
  const note = {
    text: '你好',
    at: new Date(5),
    place: new db.Geo.Point(120, 30),
    list: [{ a: null }, 1.5],
    deep: { x: true },
  };
  const { id } = await db.collection('notes').add(note);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  const { data } = await db
    .collection('notes')
    .doc(id ?? '')
    .get();
  expect(data).toEqual([{ _id: id, ...note }]);
});

test('several documents are added one after another: a duplicate stops the rest', async () => {
  const { ids } = await db.collection('notes').add([{ _id: 'a' }, { _id: 'b' }]);
  expect(ids).toEqual(['a', 'b']);
  const doubled = db.collection('notes').add([{ _id: 'c' }, { _id: 'a' }, { _id: 'd' }]);
  await expect(doubled).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000'),
  });
  expect(cloud.documents('notes').map(({ _id }) => _id)).toEqual(['a', 'b', 'c']);
});

test('the server gives the date that db.serverDate asks for', async () => {
  await db.collection('notes').add({ _id: 'a', at: db.serverDate({ offset: 1000 }) });
  expect(cloud.documents('notes')).toEqual([{ _id: 'a', at: new Date('2026-03-01T01:00:01Z') }]);
});

test('lists are filtered, sorted, skipped, limited and shaped', async () => {
  await db
    .collection('notes')
    .add([1, 2, 3, 4, 5].map((n) => ({ _id: `n${n}`, n, even: n % 2 === 0, x: { y: n, z: 0 } })));
  const _ = db.command;
  const page = await db
    .collection('notes')
    .options({ offset: 1, limit: 2 })
    .where({ n: _.gt(1).and(_.lte(5)) })
    .orderBy('n', 'desc')
    .field({ 'x.y': 1, _id: 0 })
    .get();
  expect(page.data).toEqual([{ x: { y: 4 } }, { x: { y: 3 } }]);
  expect(
    (
      await db
        .collection('notes')
        .where(_.or([{ n: 1 }, { even: true }]))
        .count()
    ).total,
  ).toBe(3);
  expect(
    (
      await db
        .collection('notes')
        .where({ n: _.in([2, 9]) })
        .get()
    ).data,
  ).toHaveLength(1);
});

test('an index serves condition and order, and tells what it cost', async () => {
  await db.collection('coded').add([1, 2, 3, 4].map((n) => ({ owner: n < 4 ? 'a' : 'b', n, code: n })));
  cloud.requests.clear();
  const { data } = await db
    .collection('coded')
    .options({ offset: 1, limit: 1 })
    .where({ owner: 'a' })
    .orderBy('n', 'desc')
    .get();
  expect(data).toMatchObject([{ n: 2 }]);
  expect(cloud.requests.list()).toMatchObject([
    { action: 'database.getDocument', collection: 'coded', index: 'by-owner', examined: 2, returned: 1 },
  ]);
});

test('a unique index refuses a second value, and a second missing one', async () => {
  const coded = db.collection('coded');
  await coded.add({ _id: 'a', code: 1 });
  await expect(coded.add({ code: 1 })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('by-code'),
  });
  await coded.add({ _id: 'b' });
  await expect(coded.add({ _id: 'c' })).rejects.toMatchObject({ message: expect.stringContaining('E11000') });
  await expect(coded.doc('b').update({ code: 1 })).rejects.toMatchObject({
    message: expect.stringContaining('E11000'),
  });
  await coded.doc('a').update({ code: 2, other: true });
  expect((await coded.doc('b').update({ code: 1 })).updated).toBe(1);
});

test('a conditional update happens once, whoever races for it', async () => {
  const _ = db.command;
  await db.collection('notes').add({ _id: 'stock', left: 5 });
  const takes = await Promise.all(
    Array.from({ length: 40 }, () =>
      db
        .collection('notes')
        .where({ _id: 'stock', left: _.gte(1) })
        .update({ left: _.inc(-1) }),
    ),
  );
  expect(takes.filter(({ updated }) => updated === 1)).toHaveLength(5);
  expect(cloud.documents('notes')).toEqual([{ _id: 'stock', left: 0 }]);
});

test('updateAndReturn gives the document as it is after the change, or none', async () => {
  const _ = db.command;
  await db.collection('notes').add({ _id: 'a', n: 1 });
  const found = await db
    .collection('notes')
    .where({ _id: 'a', n: _.gte(1) })
    .updateAndReturn({ n: _.inc(-1), seen: _.push(['x']) });
  expect(found).toMatchObject({ updated: 1, doc: { _id: 'a', n: 0, seen: ['x'] } });
  const none = await db
    .collection('notes')
    .where({ _id: 'a', n: _.gte(1) })
    .updateAndReturn({ n: _.inc(-1) });
  expect(none.updated).toBe(0);
  expect(none.doc).toBeUndefined();
});

test('set replaces or creates, remove removes', async () => {
  const notes = db.collection('notes');
  expect(await notes.doc('a').set({ x: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' });
  expect(await notes.doc('a').set({ y: 2 })).toMatchObject({ updated: 1 });
  expect(cloud.documents('notes')).toEqual([{ _id: 'a', y: 2 }]);
  expect((await notes.doc('a').remove()).deleted).toBe(1);
  expect((await notes.doc('a').remove()).deleted).toBe(0);
});

test('a pipeline matches through the index, joins, groups and sorts by the rules of the database', async () => {
  await db.collection('people').add([
    { _id: 'p1', name: '周岚' },
    { _id: 'p2', name: '陈默' },
  ]);
  await db.collection('coded').add([1, 2, 3].map((n) => ({ owner: n < 3 ? 'p1' : 'p2', n, code: n })));
  cloud.requests.clear();
  const $ = db.command.aggregate;
  const { data } = await db
    .collection('coded')
    .aggregate()
    .match({ owner: db.command.in(['p1', 'p2']) })
    .group({ _id: '$owner', total: $.sum('$n') })
    .sort({ total: -1, _id: 1 })
    .lookup({ from: 'people', localField: '_id', foreignField: '_id', as: 'who' })
    .end();
  expect(data).toEqual([
    { _id: 'p1', total: 3, who: [{ _id: 'p1', name: '周岚' }] },
    { _id: 'p2', total: 3, who: [{ _id: 'p2', name: '陈默' }] },
  ]);
  expect(cloud.requests.list()).toMatchObject([{ index: 'by-owner', examined: 5 }]);
});

test('a collection that no function declares does not exist', async () => {
  await expect(db.collection('unknown').add({})).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
  expect(cloud.requests.list()).toMatchObject([{ code: 'DATABASE_COLLECTION_NOT_EXIST', collection: 'unknown' }]);
});

test('field names that reach into JavaScript are refused', async () => {
  for (const smuggled of ['{"__proto__": {"admin": true}}', '{"a": {"\\u005f_proto__": {"admin": true}}}']) {
    const raw = { collectionName: 'notes', action: 'database.insertDocument', data: [smuggled] };
    const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(raw) });
    expect(await answer.json()).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  }
  await expect(db.collection('notes').add({ _bsontype: 'ObjectID' })).rejects.toBeDefined();
});
