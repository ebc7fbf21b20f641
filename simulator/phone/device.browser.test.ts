import { toBuffer } from 'qrcode';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

const calls: { openId: string | undefined; body: unknown }[] = [];
let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  // The documented protocol of POST /phone/call, spoken by the smallest server that can.
  fixture = await openFixture('plain', (request, response) => {
    if (request.url !== '/phone/call') return false;
    request.setEncoding('utf8');
    let text = '';
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const body: unknown = JSON.parse(text);
      calls.push({ openId: request.headers['x-open-id']?.toString(), body });
      const known = calls.length === 1;
      const answer = known ? { result: { heard: true }, requestID: 'r1' } : { errCode: -501000, errMsg: 'not found' };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    return true;
  });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou', page: '/pages/device/device' });
});
afterEach(() => phone.close());

const log = async (): Promise<unknown> => JSON.parse((await phone.frame.locator('.log').textContent()) || 'null');

async function logged(expected: unknown): Promise<void> {
  for (let tries = 0; tries < 100 && (await log()) === null; tries += 1) await phone.page.waitForTimeout(30);
  expect(await log()).toEqual(expected);
}

test('a dialog answers what was tapped', async () => {
  await phone.tap('对话框');
  await phone.seeText('删除后找不回来。');
  await phone.tap('删除');
  await logged({ confirm: true, cancel: false, content: null, errMsg: 'showModal:ok' });
});

test('a cancelled sheet fails as in WeChat', async () => {
  await phone.tap('菜单');
  await phone.tap('取消');
  await logged({ errMsg: 'showActionSheet:fail cancel' });
});

test('a finger goes through a toast to what is called the same below it', async () => {
  await phone.tap('同名提示');
  await phone.tap('菜单');
  await phone.seeText('拍照');
  await phone.tap('取消');
});

test('a toast goes by itself', async () => {
  await phone.tap('提示');
  await phone.seeText('好了');
  await phone.notSeeText('好了');
});

test('a chosen picture has a temporary path that an image shows', async () => {
  await phone.tap('选图');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';
  await phone.chooseFiles([{ name: 'p.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) }]);
  await logged([{ size: svg.length, fileType: 'image' }]);
  await phone.frame.locator('wx-image .phone-image[style*="blob:"]').waitFor();
  expect(await phone.problems()).toEqual([]);
});

test('a chosen file is read as text', async () => {
  await phone.tap('选文件');
  await phone.chooseFiles([{ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名\n周岚') }]);
  await logged({ name: '名单.csv', data: '姓名\n周岚' });
});

test('scanning is typing what the code says', async () => {
  await phone.tap('扫码');
  await phone.fill('输入二维码里的文字', 'JOIN-4711');
  await phone.tap('扫到了');
  for (let tries = 0; tries < 100 && (await log()) === null; tries += 1) await phone.page.waitForTimeout(30);
  expect(await log()).toMatchObject({ result: 'JOIN-4711', errMsg: 'scanCode:ok' });
});

test('a picture of a code is read, and one without a code says so', async () => {
  await phone.tap('扫码');
  await phone.tap('从相册选一张二维码');
  const png = { mimeType: 'image/png' };
  const blank = await phone.frame.locator('body').screenshot();
  await phone.chooseFiles([{ name: 'blank.png', ...png, buffer: blank }]);
  await phone.seeText('这张图里没有找到二维码');
  await phone.tap('从相册选一张二维码');
  await phone.chooseFiles([{ name: 'code.png', ...png, buffer: await toBuffer('同路/JOIN-4711', { width: 300 }) }]);
  for (let tries = 0; tries < 100 && (await log()) === null; tries += 1) await phone.page.waitForTimeout(30);
  expect(await log()).toMatchObject({ result: '同路/JOIN-4711', errMsg: 'scanCode:ok' });
});

test('the phone is where it was put, and only a declared call may ask', async () => {
  await phone.close();
  phone = await fixture.open({ page: '/pages/device/device', location: { latitude: 22.5, longitude: 113.9 } });
  await phone.tap('在哪儿');
  const undeclared = 'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json';
  await logged([22.5, 113.9, `chooseLocation:fail ${undeclared}`]);
});

test('an employee is bound after agreeing, then asked about each message, and stays bound', async () => {
  await phone.tap('绑定用工');
  await phone.tap('允许');
  await phone.seeText('申请发送一次以下消息');
  await phone.tap('拒绝');
  const bound = { pay: 'reject', bindingStatus: 'accept', errMsg: 'bindEmployeeRelation:ok' };
  await logged(['', bound, 'accept']);
});

test('a phone number is given away only by agreeing', async () => {
  await phone.tap('手机号');
  await phone.tap('不允许');
  await logged(['getPhoneNumber:fail user deny', 'undefined']);
  await phone.tap('手机号');
  await phone.tap('允许');
  await phone.seeText('["getPhoneNumber:ok","string"]');
});

test('a chosen avatar is shown', async () => {
  await phone.tap('换头像');
  await phone.chooseFiles([{ name: 'me.png', mimeType: 'image/png', buffer: await toBuffer('me') }]);
  await phone.frame.locator('wx-image .phone-image[style*="blob:"]').waitFor();
});

test('a movable box follows the finger along its direction, inside its area', async () => {
  const view = phone.frame.locator('wx-movable-view');
  const before = await view.boundingBox();
  const [x, y] = [(before?.x ?? 0) + 10, (before?.y ?? 0) + 10];
  await phone.page.mouse.move(x, y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(x + 60, y + 30, { steps: 3 });
  await phone.seeText('{"x":80,"y":0,"source":"touch"}');
  await phone.page.mouse.move(x + 500, y, { steps: 3 });
  await phone.page.mouse.up();
  await phone.seeText('{"x":250,"y":0,"source":"touch"}');
  expect((await view.boundingBox())?.x).toBe((before?.x ?? 0) + 230);
});

test('an element is measured in px', async () => {
  await phone.tap('量一量');
  await logged({ width: 195, id: 'half' });
});

test('a cloud function is called in the name of the person, and its refusal is a rejection', async () => {
  await phone.tap('云函数');
  await logged({ result: { heard: true }, requestID: 'r1', errMsg: 'cloud.callFunction:ok' });
  expect(calls[0]).toEqual({ openId: 'zhou', body: { name: 'echo', data: { word: '喂' } } });
  await phone.tap('云函数');
  await phone.seeText('{"errCode":-501000,"errMsg":"not found"}');
});

test('without a network calls fail and the program can know', async () => {
  await phone.setNetwork('none');
  await phone.tap('网络');
  for (let tries = 0; tries < 100 && (await log()) === null; tries += 1) await phone.page.waitForTimeout(30);
  expect(await log()).toMatchObject({ networkType: 'none' });
  await phone.tap('云函数');
  await phone.seeText(/ERR_INTERNET_DISCONNECTED/);
});

test('over a weak network a call is late but comes', async () => {
  await phone.setNetwork('weak');
  const before = calls.length;
  const started = Date.now();
  await phone.tap('云函数');
  expect(calls.length).toBe(before);
  for (let tries = 0; tries < 200 && (await log()) === null; tries += 1) await phone.page.waitForTimeout(30);
  expect(calls.length).toBe(before + 1);
  expect(Date.now() - started).toBeGreaterThan(2_400);
});

test('an API that the phone lacks is named', async () => {
  await phone.tap('没有的接口');
  expect(await phone.problems()).toEqual([
    { kind: 'missing-api', message: 'wx.startAccelerometer', page: 'pages/device/device' },
  ]);
});
