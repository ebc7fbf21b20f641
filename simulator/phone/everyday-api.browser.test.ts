import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DrivenPhone, OpenPhoneOptions } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;
let echo: Server;

beforeAll(async () => {
  fixture = await openFixture('everyday');
  echo = await startEcho();
});
afterAll(async () => {
  await fixture.close();
  echo.closeAllConnections();
  echo.close();
});
afterEach(() => phone.close());

const open = async (options: OpenPhoneOptions = {}): Promise<void> => {
  const { port } = echo.address() as AddressInfo;
  phone = await fixture.open({ page: `/day/day?port=${port}`, ...options });
};

test('what leads out of the program asks first; who does not go along makes it fail', async () => {
  await open();
  await phone.tap('打电话');
  await phone.seeText('10086');
  await phone.tap('呼叫');
  await phone.seeText('打电话：makePhoneCall:ok');
  await phone.tap('付款');
  await phone.seeText('prepay_id=1');
  await phone.tap('取消');
  await phone.seeText('付款：requestPayment:fail cancel');
  await phone.tap('收货地址');
  await phone.tap('使用');
  await phone.seeText('收货地址：chooseAddress:ok');
  await phone.tap('我是谁');
  await phone.seeText('我是谁：微信用户');
  await phone.tap('出去');
  await phone.seeText('小程序已退出');
  await phone.tap('重新进入');
  await phone.notSeeText('小程序已退出');
  expect(await phone.problems()).toEqual([]);
});

test('a scope is asked for once, with its purpose; a refusal holds until the settings are opened', async () => {
  await open({ privacy: 'ask' });
  await phone.tap('在哪里');
  await phone.tap('同意');
  await phone.seeText('小程序申请获取你的位置信息');
  await phone.seeText('用来打卡');
  await phone.tap('拒绝');
  await phone.seeText('在哪里：getLocation:fail auth deny');
  await phone.tap('录音权限');
  await phone.tap('允许');
  await phone.seeText('录音权限：authorize:ok');
  await phone.tap('在哪里');
  await phone.seeText('在哪里：getLocation:fail auth deny');
  await phone.tap('打开设置');
  await phone.tap('获取你的位置信息');
  await phone.tap('返回小程序');
  await phone.seeText('打开设置：{"scope.userLocation":true,"scope.record":true}');
  await phone.tap('在哪里');
  await phone.seeText('在哪里：纬度 31.2304');
  await phone.tap('没有的权限');
  await phone.seeText('没有的权限：authorize:fail invalid scope');
  await phone.tap('设置按钮');
  await phone.tap('使用你的麦克风');
  await phone.tap('返回小程序');
  await phone.seeText('允许过什么：{"scope.userLocation":true,"scope.record":false}');
});

test('storage in batches, and bytes as text', async () => {
  await open();
  await phone.tap('一批');
  await phone.seeText('一批：[{"c":2},1,""]');
  await phone.tap('字节');
  await phone.seeText('字节：5L2g5aW9');
});

test('a socket reaches this machine and no other', async () => {
  await open();
  await phone.tap('通话');
  await phone.seeText('听见喂，挂了 1000');
  await phone.tap('远方');
  await phone.seeText('connectSocket:fail url not in domain list');
  expect(await phone.problems()).toEqual([
    {
      kind: 'network',
      message: 'wx.connectSocket wss://example.com: only this machine can be reached',
      page: 'day/day',
    },
  ]);
});

test('a window that comes to match what was asked for is told, until nobody listens', async () => {
  await open();
  const height = 844;
  await phone.tap('宽不宽');
  await phone.seeText('宽：false');
  await phone.page.setViewportSize({ width: 768, height });
  await phone.seeText('宽：false,true');
  await phone.page.setViewportSize({ width: 390, height });
  await phone.seeText('宽：false,true,false');
  await phone.page.setViewportSize({ width: 768, height });
  await phone.page.waitForTimeout(100);
  await phone.seeText('宽：false,true,false');
});

test('a sound of the package plays to its end', async () => {
  await open();
  await phone.tap('声音');
  await phone.seeText('放完了');
});

test('a program goes on with an object that the phone has not, each function of which is listed', async () => {
  await open();
  await phone.tap('地图');
  await phone.seeText('地图：往下走了');
  expect((await phone.problems()).map(({ kind, message }) => `${kind} ${message}`)).toEqual([
    'missing-api wx.createMapContext',
    'missing-api wx.createMapContext().moveToLocation',
  ]);
});

/** Says every text message again, as RFC 6455 has it: one unfragmented frame below 126 bytes is all it takes. */
async function startEcho(): Promise<Server> {
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accepted = createHash('sha1').update(key).digest('base64');
    const head = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade';
    socket.write(`${head}\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`);
    socket.on('data', (frame: Buffer) => {
      const length = (frame[1] ?? 0) & 0x7f;
      const mask = frame.subarray(2, 6);
      const plain = frame.subarray(6, 6 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      socket.write(Buffer.concat([Buffer.from([frame[0] ?? 0, length]), plain]));
      const closing = ((frame[0] ?? 0) & 0x0f) === 8;
      if (closing) socket.end();
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
