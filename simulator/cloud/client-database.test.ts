import { type Cloud, startCloud } from './start-cloud';

let cloud: Cloud;

beforeAll(async () => {
  const ruled = { read: 'doc._openid == auth.openid || doc.open == true', write: 'doc._openid == auth.openid' };
  cloud = await startCloud({
    declarations: [
      {
        name: 'all',
        collections: {
          diary: { permission: 'PRIVATE' },
          wall: { permission: 'READONLY' },
          menu: { permission: 'ADMINWRITE' },
          books: {},
          ruled: { permission: ruled },
        },
      },
    ],
  });
  await cloud.seed({
    collections: {
      diary: [{ _id: 'lin-1', _openid: 'lin', text: 'secret' }],
      wall: [{ _id: 'lin-2', _openid: 'lin', text: 'hello' }],
      menu: [{ _id: 'soup' }],
      books: [{ _id: 'b' }],
      ruled: [
        { _id: 'r1', _openid: 'lin', open: true },
        { _id: 'r2', _openid: 'zhou', open: false },
      ],
    },
  });
});

afterAll(() => cloud.close());

async function send(action: string, collectionName: string, body: object): Promise<Record<string, unknown>> {
  const request = { action: `database.${action}`, collectionName, ...body };
  const headers = { 'x-open-id': 'zhou' };
  const answer = await fetch(`${cloud.url}/phone/database`, { method: 'POST', headers, body: JSON.stringify(request) });
  return (await answer.json()) as Record<string, unknown>;
}

const everything = { query: '{}', limit: 20 };
const refused = { errCode: -502003, errMsg: expect.stringContaining('permission denied') };

test('what a phone adds is its own, and in a private collection it finds only that', async () => {
  expect(await send('insertDocument', 'diary', { data: ['{"_id":"zhou-1","text":"mine"}'] })).toMatchObject({
    data: { insertedIds: ['zhou-1'] },
  });
  expect(await send('getDocument', 'diary', everything)).toMatchObject({
    data: { list: ['{"_id":"zhou-1","text":"mine","_openid":"zhou"}'] },
  });
  expect(await send('getDocument', 'diary', { query: '{"_openid":"lin"}', limit: 1 })).toMatchObject({
    data: { list: [] },
  });
  expect(await send('calculateDocument', 'diary', { query: '{"text":{"$ne":"x"}}' })).toMatchObject({
    data: { total: 1 },
  });
});

test('everybody reads a wall, but only the writer of a note changes it', async () => {
  expect(await send('getDocument', 'wall', everything)).toMatchObject({ data: { list: [expect.any(String)] } });
  const change = { query: '{"_id":"lin-2"}', data: '{"$set":{"text":"gone"}}', merge: true };
  expect(await send('modifyDocument', 'wall', change)).toMatchObject({ data: { updated: 0 } });
  expect(await send('removeDocument', 'wall', { query: '{"_id":"lin-2"}', multi: false })).toMatchObject({
    data: { deleted: 0 },
  });
  expect(cloud.documents('wall')).toEqual([{ _id: 'lin-2', _openid: 'lin', text: 'hello' }]);
});

test('setting a document of another is refused, setting a new one makes it one’s own', async () => {
  const set = (id: string) => ({ query: `{"_id":"${id}"}`, data: '{"text":"set"}', merge: false, upsert: true });
  expect(await send('modifyDocument', 'wall', set('lin-2'))).toMatchObject({ errCode: -502001 });
  await send('modifyDocument', 'wall', set('zhou-2'));
  expect(cloud.documents('wall')).toEqual([
    { _id: 'lin-2', _openid: 'lin', text: 'hello' },
    { _id: 'zhou-2', text: 'set', _openid: 'zhou' },
  ]);
});

test('nobody takes or gives away a document', async () => {
  const add = { data: ['{"_openid":"lin"}'] };
  expect(await send('insertDocument', 'wall', add)).toMatchObject({ errCode: -501007 });
  for (const data of ['{"$set":{"_openid":"lin"}}', '{"$unset":{"_openid":""}}', '{"$rename":{"text":"_openid"}}']) {
    const change = { query: '{"_id":"zhou-1"}', data, merge: true };
    expect(await send('modifyDocument', 'diary', change)).toMatchObject({ errCode: -501007 });
  }
});

test('several documents are not changed at once from the phone', async () => {
  const change = { query: '{}', data: '{"$set":{"text":"x"}}', merge: true, multi: true };
  expect(await send('modifyDocument', 'diary', change)).toMatchObject({ errCode: -501007 });
});

test('what functions alone write is refused, and so is a collection that declares nothing', async () => {
  expect(await send('getDocument', 'menu', everything)).toMatchObject({ data: { list: ['{"_id":"soup"}'] } });
  expect(await send('insertDocument', 'menu', { data: ['{}'] })).toMatchObject(refused);
  expect(await send('getDocument', 'books', everything)).toMatchObject(refused);
  expect(await send('insertDocument', 'books', { data: ['{}'] })).toMatchObject(refused);
  expect(await send('startTransaction', 'menu', {})).toMatchObject({ errMsg: expect.stringContaining('not offer') });
});

test('under rules a query must fix what they look at; {openid} stands for the person', async () => {
  expect(await send('getDocument', 'ruled', everything)).toMatchObject(refused);
  const own = { query: '{"_openid":"{openid}","open":false}', limit: 20 };
  expect(await send('getDocument', 'ruled', own)).toMatchObject({ data: { list: [expect.stringContaining('r2')] } });
});

test('a pipeline of a phone counts what the person may read, whatever it asks for', async () => {
  const total = [{ stageKey: '$count', stageValue: '"total"' }];
  const lins = { stageKey: '$match', stageValue: '{"_openid":"lin"}' };
  const list = (name: string, stages: object[]) => send('aggregateDocuments', name, { stages });
  expect(cloud.documents('diary')).toHaveLength(2);
  expect(await list('diary', total)).toMatchObject({ data: { list: ['{"total":1}'] } });
  expect(await list('diary', [lins, ...total])).toMatchObject({ data: { list: [] } });
  expect(await list('wall', [lins, ...total])).toMatchObject({ data: { list: ['{"total":1}'] } });
  expect(await list('books', total)).toMatchObject(refused);
  expect(await list('ruled', total)).toMatchObject(refused);
  const open = { stageKey: '$match', stageValue: '{"_openid":"{openid}","open":false}' };
  expect(await list('ruled', [open, ...total])).toMatchObject({ data: { list: ['{"total":1}'] } });
});

test('no pipeline of a phone reaches a second collection', async () => {
  const join = { from: 'diary', localField: 'text', foreignField: 'text', as: 'diaries' };
  const lookup = [{ stageKey: '$lookup', stageValue: JSON.stringify(join) }];
  const union = [{ stageKey: '$unionWith', stageValue: '{"coll":"diary"}' }];
  for (const stages of [lookup, union])
    expect(await send('aggregateDocuments', 'wall', { stages })).toMatchObject(refused);
});

test('what is near is looked for among what the person may read', async () => {
  const near = {
    near: { type: 'Point', coordinates: [121, 31] },
    distanceField: 'meters',
    key: 'place',
    spherical: true,
  };
  await cloud.seed({
    collections: { diary: [{ _id: 'lin-far', _openid: 'lin', place: { type: 'Point', coordinates: [121, 31] } }] },
  });
  const stages = [{ stageKey: '$geoNear', stageValue: JSON.stringify(near) }];
  expect(await send('aggregateDocuments', 'diary', { stages })).toMatchObject({ data: { list: [] } });
  expect(cloud.documents('diary').map(({ _id }) => _id)).toContain('lin-far');
});

test('a permission that could not be decided keeps the cloud from starting', async () => {
  const declare = (permission: object | string) => [
    { name: 'all', collections: { notes: { permission: permission as 'PRIVATE' } } },
  ];
  await expect(startCloud({ declarations: declare('PUBLIC') })).rejects.toThrow(
    'the permission PUBLIC; known are READONLY',
  );
  await expect(startCloud({ declarations: declare({ read: 'now > 3' }) })).rejects.toThrow('is not understood');
});
