import { request } from 'node:http';
import { join } from 'node:path';
import { type Cloud, startCloud } from './start-cloud';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud({ functionsRoot: join(__dirname, 'functions', 'fixtures') });
});

afterAll(() => cloud.close());

/** Node's own client, because fetch does not let a caller set Host and Origin. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(cloud.url + path, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

test('the server listens on this machine only and answers only to its names', async () => {
  expect(new URL(cloud.url).hostname).toBe('127.0.0.1');
  expect((await send('GET', '/cloud/identities', { host: 'attacker.example' })).status).toBe(403);
  expect((await send('GET', '/cloud/identities', { host: `localhost:${new URL(cloud.url).port}` })).status).toBe(200);
});

test('pages of other sites cannot act as a phone or look at the desk', async () => {
  const foreign = { origin: 'http://attacker.example', 'x-open-id': 'o1' };
  expect((await send('POST', '/phone/call', foreign, '{"name":"node"}')).status).toBe(403);
  expect((await send('GET', '/cloud/requests', foreign)).status).toBe(403);
  const own = { origin: cloud.url, 'x-open-id': 'o1' };
  expect(JSON.parse((await send('POST', '/phone/call', own, '{"name":"node","data":{"a":1}}')).body)).toMatchObject({
    result: { a: 1 },
  });
});

test("the functions' endpoint is not for pages, not even our own", async () => {
  const count = '{"action":"database.calculateDocument","collectionName":"visits"}';
  expect((await send('POST', '/admin', { origin: cloud.url }, count)).status).toBe(403);
  expect((await send('POST', '/admin', { 'sec-fetch-site': 'same-origin' }, count)).status).toBe(403);
  expect((await send('POST', '/admin', {}, count)).status).toBe(200);
});

test('a phone call without a person or with nonsense is refused', async () => {
  expect((await send('POST', '/phone/call', {}, '{"name":"node"}')).status).toBe(400);
  expect(JSON.parse((await send('POST', '/phone/call', { 'x-open-id': 'o1' }, 'nonsense')).body)).toMatchObject({
    errCode: -501007,
  });
  expect(
    JSON.parse((await send('POST', '/phone/call', { 'x-open-id': 'o1' }, 'x'.repeat(200_000))).body),
  ).toMatchObject({ errCode: -1 });
});

test('an action that is not built is named', async () => {
  const answer = await send('POST', '/admin', {}, '{"action":"database.watch"}');
  expect(JSON.parse(answer.body)).toMatchObject({
    code: 'INVALID_ACTION',
    message: expect.stringContaining('database.watch'),
  });
});

test('timers, functions and requests can be looked at and set off', async () => {
  const run = await send('POST', '/cloud/timers/run', {}, '{"function":"node","timer":"sweep"}');
  expect(JSON.parse(run.body)).toMatchObject({ result: { TriggerName: 'sweep' } });
  expect(JSON.parse((await send('GET', '/cloud/functions', {})).body)).toContainEqual(
    expect.objectContaining({ name: 'node', warm: expect.any(Number) }),
  );
  await send('POST', '/cloud/requests/clear', {});
  expect(JSON.parse((await send('GET', '/cloud/requests', {})).body)).toEqual([]);
});
