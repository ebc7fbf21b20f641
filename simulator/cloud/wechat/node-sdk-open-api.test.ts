import { openNodeSdk } from '../open-node-sdk';
import { type Cloud, startCloud } from '../start-cloud';

let cloud: Cloud;

beforeAll(async () => {
  cloud = await startCloud();
});

afterAll(() => cloud.close());

test('node-sdk makes the same calls in JSON', async () => {
  const sdk = openNodeSdk(cloud);
  await fetch(`${cloud.url}/phone/subscriptions`, {
    method: 'POST',
    headers: { 'x-open-id': 'o1' },
    body: '{"accepted":["t"]}',
  });
  const requestData = { touser: 'o1', templateId: 't', data: { thing1: { value: '你好' } } };
  expect(await sdk.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })).toMatchObject({
    result: { errcode: 0 },
  });
  expect(await sdk.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })).toMatchObject({
    result: { errcode: 43101 },
  });
  expect(cloud.outbox.list().map(({ errcode }) => errcode)).toEqual([0, 43101]);
});

test.each(['{}', '{"accepted":"t"}', 'nonsense', '{"accepted":[1]}'])(
  'an agreement that makes no sense is refused: %s',
  async (body) => {
    const headers = { 'x-open-id': 'o1' };
    expect((await fetch(`${cloud.url}/phone/subscriptions`, { method: 'POST', headers, body })).status).toBe(400);
  },
);
