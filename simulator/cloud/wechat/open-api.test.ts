import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { type Cloud, startCloud } from '../start-cloud';

/** What wx-server-sdk offers; its typings are those of another version. */
interface OpenApi {
  subscribeMessage: { send(message: object): Promise<object> };
  security: { msgSecCheck(text: object): Promise<object>; mediaCheckAsync(media: object): Promise<object> };
  wxacode: { getUnlimited(code: object): Promise<{ buffer: Buffer; contentType: string }> };
  logistics: { addOrder(order: object): Promise<object> };
}

let cloud: Cloud;
let openapi: OpenApi;

beforeAll(async () => {
  cloud = await startCloud({ functionsRoot: join(__dirname, 'fixtures') });
  Object.assign(process.env, cloud.sdkEnvironment);
  const wx = await import('wx-server-sdk');
  wx.init({ env: wx.DYNAMIC_CURRENT_ENV as unknown as string });
  openapi = wx.openapi as unknown as OpenApi;
});

afterAll(() => cloud.close());

beforeEach(() => cloud.outbox.clear());

async function accept(openId: string, ...templateIds: string[]): Promise<unknown> {
  return postAs(openId, '/phone/subscriptions', templateIds);
}

async function postAs(openId: string, path: string, accepted: string[]): Promise<unknown> {
  const body = JSON.stringify({ accepted });
  return (await fetch(cloud.url + path, { method: 'POST', headers: { 'x-open-id': openId }, body })).json();
}

const message = (data: object = { thing1: { value: '生日快乐' } }) => ({
  touser: 'o1',
  templateId: 'birthday',
  page: 'pages/today/today',
  data,
});

test('one acceptance allows one message, and the outbox shows what was sent and what was refused', async () => {
  expect(await accept('o1', 'birthday')).toEqual({ left: { birthday: 1 } });
  expect(await openapi.subscribeMessage.send(message())).toMatchObject({ errCode: 0 });
  await expect(openapi.subscribeMessage.send(message())).rejects.toMatchObject({ errCode: 43101 });
  expect(cloud.outbox.list()).toMatchObject([
    {
      api: 'subscribeMessage.send',
      openId: 'o1',
      errcode: 0,
      parameters: { template_id: 'birthday', data: { thing1: { value: '生日快乐' } } },
    },
    { api: 'subscribeMessage.send', errcode: 43101 },
  ]);
  expect(await (await fetch(`${cloud.url}/cloud/outbox`)).json()).toHaveLength(2);
});

test('an acceptance counts for its person and its template only', async () => {
  await accept('o2', 'birthday');
  await accept('o1', 'other');
  await expect(openapi.subscribeMessage.send(message())).rejects.toMatchObject({ errCode: 43101 });
});

test.each<[string, object]>([
  ['a thing of 21 characters', { thing1: { value: '字'.repeat(21) } }],
  ['a name of 11 characters', { name1: { value: '名'.repeat(11) } }],
  ['a character_string of 33 characters', { character_string1: { value: 'x'.repeat(33) } }],
  ['a character_string in Chinese', { character_string1: { value: '工号' } }],
  ['an empty value', { thing1: { value: '' } }],
  ['a field of an unknown kind', { text1: { value: 'a' } }],
  ['no field at all', {}],
])('%s is refused and uses nothing up', async (_name, data) => {
  await accept('o3', 'birthday');
  await expect(openapi.subscribeMessage.send({ ...message(data), touser: 'o3' })).rejects.toMatchObject({
    errCode: 47003,
  });
});

test('values as long as the limits are sent', async () => {
  await accept('o4', 'birthday');
  const data = {
    thing1: { value: '😀'.repeat(20) },
    name2: { value: '名'.repeat(10) },
    character_string3: { value: 'x'.repeat(32) },
    time4: { value: '2026年12月24日 09:00' },
  };
  expect(await openapi.subscribeMessage.send({ ...message(data), touser: 'o4' })).toMatchObject({ errCode: 0 });
});

const text = (content: string, openid = 'writer') => ({ content, version: 2, scene: 2, openid });

test('a text is passed, doubtful or risky, for a person whose phone was active within two hours', async () => {
  await expect(openapi.security.msgSecCheck(text('你好'))).rejects.toMatchObject({ errCode: 61010 });
  await cloud.call('writer', 'listener', {});
  expect(await openapi.security.msgSecCheck(text('你好'))).toMatchObject({ result: { suggest: 'pass', label: 100 } });
  expect(await openapi.security.msgSecCheck(text('请加微信'))).toMatchObject({ result: { suggest: 'review' } });
  expect(await openapi.security.msgSecCheck(text('网上赌博'))).toMatchObject({
    result: { suggest: 'risky', label: 20006 },
    traceId: expect.any(String),
  });
  await expect(openapi.security.msgSecCheck(text('字'.repeat(2501)))).rejects.toMatchObject({ errCode: 45002 });
  expect(await openapi.security.msgSecCheck(text('字'.repeat(2500)))).toMatchObject({ errCode: 0 });
  await cloud.clock.advance(2 * 60 * 60 * 1000 + 60_000);
  await expect(openapi.security.msgSecCheck(text('你好'))).rejects.toMatchObject({ errCode: 61010 });
  await cloud.clock.followRealTime();
});

test('answers written beforehand are given in their order, then the own ones again', async () => {
  await cloud.call('writer', 'listener', {});
  cloud.openApi.answerNext('security.msgSecCheck', { errcode: 45009, errmsg: 'reach max api daily quota limit' });
  cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest: 'review', label: 20001 } });
  await expect(openapi.security.msgSecCheck(text('你好'))).rejects.toMatchObject({ errCode: 45009 });
  expect(await openapi.security.msgSecCheck(text('你好'))).toMatchObject({ result: { suggest: 'review' } });
  expect(await openapi.security.msgSecCheck(text('你好'))).toMatchObject({ result: { suggest: 'pass' } });
});

async function deliveredEvents(traceId: string): Promise<object[]> {
  const logs = (await (await fetch(`${cloud.url}/cloud/logs`)).json()) as { text: string }[];
  return logs
    .filter(({ text: line }) => line.startsWith('event ') && line.includes(traceId))
    .map(({ text: line }) => JSON.parse(line.slice('event '.length)) as object);
}

async function eventsOf(traceId: string, count: number): Promise<object[]> {
  for (let tries = 0; tries < 100; tries++) {
    const events = await deliveredEvents(traceId);
    if (events.length >= count) return events;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${count} events never came`);
}

const picture = { mediaUrl: 'cloud://a', mediaType: 2, version: 2, scene: 1, openid: 'writer' };

test('the verdict about a picture comes later, as an event to the function that declares it', async () => {
  await cloud.call('writer', 'listener', {});
  const asked = (await openapi.security.mediaCheckAsync(picture)) as { traceId: string };
  expect(await deliveredEvents(asked.traceId)).toEqual([]);
  expect(await eventsOf(asked.traceId, 1)).toMatchObject([
    { MsgType: 'event', Event: 'wxa_media_check', version: 2, errcode: 0, result: { suggest: 'pass', label: 100 } },
  ]);
});

test('a verdict can be written beforehand, and an event may be delivered twice', async () => {
  cloud.faults.set({ doubleEvents: true });
  cloud.openApi.answerNext('wxa_media_check', { result: { suggest: 'risky', label: 20002 } });
  const asked = (await openapi.security.mediaCheckAsync(picture)) as { traceId: string };
  const [first, second] = await eventsOf(asked.traceId, 2);
  expect(first).toMatchObject({ result: { suggest: 'risky', label: 20002 } });
  expect(second).toEqual(first);
  cloud.faults.clear();
});

test('a code can be scanned and holds page and scene', async () => {
  const { buffer, contentType } = await openapi.wxacode.getUnlimited({ scene: 'c=4711', page: 'pages/join/join' });
  expect(contentType).toBe('image/png');
  const { data, width, height } = PNG.sync.read(buffer);
  expect(width).toBe(430);
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe('pages/join/join?scene=c%3D4711');
});

test.each<[string, object, number]>([
  ['a scene of 33 characters', { scene: 'x'.repeat(33), page: 'pages/a/a' }, 40169],
  ['a scene with a percent sign', { scene: 'a%3D1', page: 'pages/a/a' }, 40169],
  ['no scene', { page: 'pages/a/a' }, 40169],
  ['a page that begins with a slash', { scene: 'a', page: '/pages/a/a' }, 41030],
])('no code is drawn for %s', async (_name, code, errCode) => {
  await expect(openapi.wxacode.getUnlimited(code)).rejects.toMatchObject({ errCode });
});

test('what is not built is named', async () => {
  await expect(openapi.logistics.addOrder({})).rejects.toMatchObject({
    errMsg: expect.stringContaining('does not offer the WeChat open API logistics.addOrder'),
  });
});

async function wechat(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${cloud.url}/wechat${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

test('employee messages go over HTTPS with a token, to bound employees only', async () => {
  expect(await cloud.call('o1', 'listener', {})).toMatchObject({ result: `${cloud.url}/wechat` });
  const send = '/cgi-bin/message/wxopen/employeerelationmsg/send?access_token=';
  const sent = {
    touser: 'worker',
    template_id: 'shift',
    page: 'pages/a/a',
    data: '{"data":{"thing1":{"value":"早班"}}}',
  };
  expect(await wechat(`${send}wrong`, sent)).toMatchObject({ errcode: 40001 });
  const { access_token: token, expires_in: seconds } = await wechat('/cgi-bin/stable_token', {});
  expect(seconds).toBe(7200);
  expect(await wechat(send + String(token), sent)).toMatchObject({ errcode: 43101 });
  await postAs('worker', '/phone/employee-relation', ['shift']);
  expect(await wechat(send + String(token), sent)).toMatchObject({ errcode: 0 });
  expect(await wechat(send + String(token), sent)).toMatchObject({ errcode: 0 });
  expect(await wechat(send + String(token), { ...sent, data: 'x' })).toMatchObject({ errcode: 47001 });
  expect(await wechat(`/wxa/business/unbinduserb2cauthinfo?access_token=${token}`, { openid: 'worker' })).toMatchObject(
    {
      errcode: 0,
    },
  );
  expect(await wechat(send + String(token), sent)).toMatchObject({ errcode: 43101 });
  await cloud.clock.advance(7201 * 1000);
  expect(await wechat(send + String(token), sent)).toMatchObject({ errcode: 40001 });
  await cloud.clock.followRealTime();
});
