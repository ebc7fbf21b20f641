import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('plain');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou' });
});
afterEach(() => phone.close());

/** The lines that the program's lifecycle functions wrote since the last look. */
async function journal(): Promise<string[]> {
  const lines = await phone.frame.locator('body').evaluate('getApp().journal.lines.splice(0)');
  return lines as string[];
}

test('an app and its first page live in the order WeChat has', async () => {
  await phone.seeText('数到 0，好！');
  expect(await journal()).toEqual([
    'app onLaunch pages/home/home',
    'app onShow',
    'home onLoad {}',
    'home onShow',
    'home onReady',
  ]);
  expect(await phone.problems()).toEqual([]);
});

test('a page opens over another with its query as written, and going back wakes the one below', async () => {
  await phone.seeText('看详情');
  await journal();
  await phone.tap('看详情');
  await phone.seeText('第 2 层，问：去哪里');
  const name = encodeURIComponent('周岚 & 林舟');
  expect(await journal()).toEqual([
    'home onHide',
    `detail onLoad {"id":"7","name":"${name}"}`,
    'detail onShow',
    'detail onReady',
  ]);
  await phone.back();
  await phone.seeText('没有回答');
  expect(await journal()).toEqual(['detail onUnload', 'home onShow']);
});

test('an opened page answers through the event channel', async () => {
  await phone.tap('看详情');
  await phone.tap('回答');
  await phone.seeText('向前走');
});

test('the browser back button goes back in the program', async () => {
  await phone.tap('看详情');
  await phone.tap('再深一层');
  await phone.seeText(/^第 3 层/);
  await phone.page.goBack();
  await phone.seeText('第 2 层，问：去哪里');
  await phone.page.goBack();
  await phone.seeText('没有回答');
});

test('wrong ways fail with the words of WeChat', async () => {
  await phone.tap('看详情');
  await phone.tap('走错路');
  await phone.seeText('navigateTo:fail can not navigateTo a tabbar page');
  await phone.tap('没有的页');
  await phone.seeText('redirectTo:fail page "pages/none/none" is not found');
  for (let depth = 3; depth <= 10; depth += 1) {
    await phone.tap('再深一层');
    await phone.seeText(new RegExp(`^第 ${depth} 层`));
  }
  await phone.tap('再深一层');
  await phone.seeText('navigateTo:fail webview count limit exceed');
});

test('tab pages are kept, and relaunching drops all of them', async () => {
  await phone.tap('我的');
  await phone.tap('存起来');
  await phone.seeText('存着：记住');
  await phone.tap('首页');
  await phone.seeText('数到 0，好！');
  await journal();
  await phone.tap('我的');
  await phone.seeText('存着：记住');
  expect(await journal()).toEqual(['home onHide', 'me onShow']);
  await phone.tap('首页');
  await phone.tap('看详情');
  await phone.seeText(/^第 2 层/);
  await journal();
  await phone.tap('重新开始');
  await phone.seeText('存着：');
  const lines = await journal();
  expect([...lines.slice(0, 3)].sort()).toEqual(['detail onUnload', 'home onUnload', 'me onUnload']);
  expect(lines.slice(3, 5)).toEqual(['me onLoad {}', 'me onShow']);
});

test('storage belongs to one person', async () => {
  await phone.page.goto(`${fixture.url}/?frame=bare&as=zhou&page=/pages/me/me`);
  await phone.tap('存起来');
  await phone.page.goto(`${fixture.url}/?frame=bare&as=lin&page=/pages/me/me`);
  await phone.tap('读出来');
  await phone.seeText('存着：空的');
  await phone.page.goto(`${fixture.url}/?frame=bare&as=zhou&page=/pages/me/me`);
  await phone.tap('读出来');
  await phone.seeText('存着：记住');
});

test('a page of a subpackage opens from an address, with the way home in the bar', async () => {
  const far = await fixture.open({ as: 'zhou', page: '/packages/extra/pages/far/far?from=link' });
  await far.seeText('分包里的页');
  expect(await far.route()).toBe('/packages/extra/pages/far/far?from=link');
  await far.tap('回到首页');
  await far.seeText('看详情');
  await far.close();
});

test('the program runs without a mouse: focus, Enter and Space tap', async () => {
  await phone.frame.locator('[data-item=甲]').focus();
  await phone.page.keyboard.press('Enter');
  await phone.frame.locator('[wx-id=item-x]').focus();
  await phone.page.keyboard.press(' ');
  const lines = await journal();
  expect(lines).toContain('tap 甲 at item-0 by tap 1');
  expect(lines).toContain('tap 丁 at item-x by tap 1');
});

test('taps bubble unless they are caught, and a long press heard is no tap', async () => {
  await phone.seeText('甲');
  await journal();
  await phone.tap('甲');
  expect(await journal()).toEqual(['tap 甲 at item-0 by tap 1', 'outer tap']);
  await phone.tap('丁');
  expect(await journal()).toEqual(['tap 丁 at item-x by tap 1']);
  // A mouse is believed only some time after a touch, whose echo it may be.
  await phone.page.waitForTimeout(900);
  const box = await phone.frame.getByText('戊').boundingBox();
  await phone.page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await phone.page.mouse.down();
  await phone.page.waitForTimeout(500);
  await phone.page.mouse.up();
  expect(await journal()).toEqual(['long press']);
});

test('components have slots, behaviors, observers, external classes and a style of their own', async () => {
  await phone.tap('加到 2 备好了');
  await phone.seeText('数到 3，好！');
  expect(await styleOf(phone.frame.getByText('标题'), 'color')).toBe('rgb(242, 118, 46)');
  expect(await styleOf(phone.frame.locator('wx-counter'), 'display')).toBe('block');
  const border = (text: string) => styleOf(phone.frame.getByText(text, { exact: true }), 'border-top-width');
  expect(await border('加到 3 备好了')).toBe('1px');
  expect(await border('甲')).toBe('0px');
});

test('750rpx are as wide as the phone', async () => {
  const box = await phone.frame.getByLabel('半屏宽').boundingBox();
  expect(box?.width).toBe(195);
});

test("a page's style is there only while the page is shown", async () => {
  const row = phone.frame.getByText('甲', { exact: true });
  const before = await styleOf(row, 'color');
  await phone.tap('看详情');
  await phone.seeText(/^第 2 层/);
  expect(await styleOf(phone.frame.locator('.depth'), 'color')).toBe('rgb(213, 73, 65)');
  expect(await styleOf(phone.frame.locator('.depth'), 'font-weight')).toBe('400');
  await phone.back();
  await phone.seeText('没有回答');
  expect(await styleOf(row, 'color')).toBe(before);
});
