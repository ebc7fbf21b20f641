import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let server: Server;
let phone: DrivenPhone;
let address: string;

/** Another server on this machine, as a program's own back end would be. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const body = Buffer.concat(parts).toString('utf8');
  const { pathname, search } = new URL(request.url ?? '/', 'http://here');
  if (pathname === '/late') await new Promise((resolve) => setTimeout(resolve, 1500));
  if (pathname === '/moved') return void response.writeHead(302, { location: '/echo?moved=1' }).end();
  if (pathname === '/nothing') return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
  if (pathname === '/picture.svg') {
    return void response
      .writeHead(200, { 'content-type': 'image/svg+xml' })
      .end('<svg xmlns="http://www.w3.org/2000/svg"/>');
  }
  response.setHeader('content-type', 'application/json');
  const { method, headers } = request;
  const own = headers['x-own'] === undefined ? {} : { own: headers['x-own'] };
  response.end(JSON.stringify({ method, search: decodeURIComponent(search), body, ...own }));
}

beforeAll(async () => {
  fixture = await openFixture('network');
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fixture.close();
});
beforeEach(async () => {
  phone = await fixture.open({ page: `/net/net?to=${encodeURIComponent(address)}` });
});
afterEach(() => phone.close());

const seeSaid = (value: unknown): Promise<void> => phone.seeText(JSON.stringify(value));
const json = { statusCode: 200, type: 'application/json', errMsg: 'request:ok' };

test('a request reaches another port of this machine, whose answer is no browser’s business', async () => {
  await phone.tap('取');
  const search = '?a=1&word=你 好&deep={"x":1}';
  await seeSaid({ data: { method: 'GET', search, body: '', own: 'yes' }, ...json });
  await phone.tap('发');
  await seeSaid({ data: { method: 'POST', search: '', body: '{"word":"你好"}' }, ...json });
  await phone.tap('表单');
  await seeSaid({ data: { method: 'PUT', search: '', body: 'word=a+b' }, ...json });
  expect(await phone.problems()).toEqual([]);
});

test('a refusal of the server is an answer, and a redirect is followed', async () => {
  await phone.tap('没有的');
  await seeSaid({ data: 'not here', statusCode: 404, type: 'text/plain', errMsg: 'request:ok' });
  await phone.tap('搬走的');
  await seeSaid({ data: { method: 'GET', search: '?moved=1', body: '' }, ...json });
});

test('a request ends by its time limit or by the program’s wish', async () => {
  await phone.tap('太慢');
  await seeSaid({ errMsg: 'request:fail timeout', errno: 5 });
  await phone.tap('不要了');
  await seeSaid({ errMsg: 'request:fail abort' });
});

test('any other host is refused as one that is not in the domain list, and named', async () => {
  await phone.tap('外面');
  await seeSaid({ errMsg: 'request:fail url not in domain list:example.com', errno: 600002 });
  await phone.tap('相对');
  await seeSaid({ errMsg: 'request:fail invalid url "/x"', errno: 600009 });
  expect(await phone.problems()).toEqual([
    {
      kind: 'network',
      message: 'wx.request to example.com: the phone reaches this machine only',
      page: expect.stringContaining('net/net'),
    },
  ]);
});

test('nobody listening and no network fail as a network does', async () => {
  await phone.tap('没人在');
  await seeSaid(['request:fail ', 600003]);
  await phone.setNetwork('none');
  await phone.tap('取');
  await phone.seeText(/"errMsg":"request:fail errcode:-106 .*ERR_INTERNET_DISCONNECTED","errno":600003/);
});

test('a downloaded file has a temporary path, an uploaded one its name and its fields', async () => {
  await phone.tap('下载');
  await phone.frame.locator('wx-image .phone-image[style*="blob:"]').waitFor();
  await phone.tap('上传');
  await phone.seeText(/name=\\"note\\"; filename=\\"note\.txt\\".*一张纸条/);
  await phone.seeText(/name=\\"by\\".*我/);
});

test('a page of another site cannot have requests sent from here', async () => {
  const url = `${fixture.url}/app/request`;
  const asked = await fetch(url, { method: 'POST', headers: { 'x-phone-url': 'https%3A%2F%2Fexample.com%2F' } });
  expect(asked.status).toBe(403);
  const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
  expect(preflight.headers.get('access-control-allow-headers')).toBeNull();
});
