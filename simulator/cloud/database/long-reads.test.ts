import { type Cloud, startCloud } from '../start-cloud';
import { encodeEjson } from './ejson';

const indexes = [{ name: 'by-owner', keys: [['owner', 'asc'] as ['owner', 'asc']] }];
const TOTAL = 20_000;
let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({
    declarations: [{ name: 'all', collections: { notes: { indexes } } }],
    strict: false,
  });
  const notes = Array.from({ length: TOTAL }, (_, n) => ({ _id: n, owner: n % 10, n, at: { $date: new Date(n) } }));
  await cloud.seed({ collections: { notes } });
});

afterAll(() => cloud.close());

async function send(action: string, body: object): Promise<Record<string, unknown>> {
  const request = { action: `database.${action}`, collectionName: 'notes', ...body };
  const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(request) });
  return (await answer.json()) as Record<string, unknown>;
}

function aggregate(stages: Record<string, unknown>[], collectionName = 'notes'): Promise<Record<string, unknown>> {
  const sent = stages.flatMap((stage) =>
    Object.entries(stage).map(([stageKey, operand]) => ({ stageKey, stageValue: encodeEjson(operand) })),
  );
  return send('aggregateDocuments', { collectionName, stages: sent });
}

const scan = { query: '{"n":{"$mod":[4000,7]}}', limit: 1000, order: '{"n":-1}' };

test('a scan is answered while others are, and holds none of them up', async () => {
  const order: string[] = [];
  const scanned = send('getDocument', scan).then((answer) => {
    order.push('scan');
    return answer;
  });
  for (let n = 0; n < 5; n++)
    await send('getDocument', { query: `{"_id":${n}}`, limit: 1 }).then(() => order.push('get'));
  expect(await scanned).toMatchObject({
    data: { list: [16_007, 12_007, 8007, 4007, 7].map((n) => expect.stringContaining(`"n":${n},`)) },
  });
  expect(order).toEqual(['get', 'get', 'get', 'get', 'get', 'scan']);
});

test('the request log tells what a scan examined', async () => {
  cloud.requests.clear();
  await send('calculateDocument', { query: '{"n":{"$gte":19990}}' });
  expect(cloud.requests.list()).toMatchObject([{ examined: TOTAL, returned: 1 }]);
});

test('a scan sees what was written before it was asked for, and no half of what is written meanwhile', async () => {
  await send('insertDocument', { data: ['{"_id":"new","owner":"late","n":-1}'] });
  const counted = send('calculateDocument', { query: '{"n":{"$lt":0},"owner":{"$ne":1}}' });
  await send('removeDocument', { query: '{"_id":"new"}', multi: false });
  const { data } = await counted;
  expect([{ total: 0 }, { total: 1 }]).toContainEqual(data);
  expect(await send('calculateDocument', { query: '{"n":{"$lt":0},"owner":{"$ne":1}}' })).toMatchObject({
    data: { total: 0 },
  });
});

test('a pipeline over everything groups, sorts and limits as in a small collection', async () => {
  const grouped = await aggregate([
    { $match: { n: { $gte: 0 } } },
    { $project: { owner: 1, n: 1, at: 1 } },
    { $group: { _id: '$owner', total: { $sum: '$n' }, most: { $max: '$at' }, documents: { $sum: 1 } } },
    { $sort: { _id: -1 } },
    { $limit: 2 },
  ]);
  expect(grouped.data).toEqual({
    list: [
      '{"_id":9,"total":20008000,"most":{"$date":{"$numberLong":"19999"}},"documents":2000}',
      '{"_id":8,"total":20006000,"most":{"$date":{"$numberLong":"19998"}},"documents":2000}',
    ],
  });
  expect(
    await aggregate([{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 0, n: 1 } }]),
  ).toMatchObject({
    data: { list: ['{"n":19998}'] },
  });
  expect(await aggregate([{ $match: { n: { $lt: 15_000 } } }, { $count: 'documents' }])).toMatchObject({
    data: { list: ['{"documents":15000}'] },
  });
});

test('what a long read refuses has the same code and sentence as anywhere', async () => {
  const refused = await aggregate([{ $match: { n: { $gte: 0 } } }, { $addFields: { x: { $unknown: 1 } } }]);
  expect(refused).toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: expect.stringContaining('$unknown') });
});

test('a pipeline that holds too much is refused, the server goes on', async () => {
  const long = { list: { $range: [0, 20_000] } };
  const everything = [{ $addFields: long }, { $group: { _id: null, all: { $push: '$$ROOT' } } }];
  expect(await aggregate(everything)).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('Exceeded memory limit'),
  });
  expect(await send('getDocument', scan)).toMatchObject({ data: { list: { length: 5 } } });
}, 60_000);
