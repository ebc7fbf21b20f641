import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('lives');
});
afterAll(() => fixture.close());
afterEach(() => phone.close());

/** What the program was told since the last look, once it is quiet. */
async function told(): Promise<string[]> {
  await phone.page.waitForTimeout(150);
  return (await phone.frame.locator('body').evaluate('getApp().lines.splice(0)')) as string[];
}

test('a page and its components are born from the outside in and ready before the page', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await phone.seeText('里面');
  const lines = await told();
  expect(lines.filter((line) => !/page shown|route/i.test(line))).toEqual([
    'app onShow',
    'inner created',
    'outer created',
    'outer attached',
    'inner attached',
    'first onLoad',
    'first onShow',
    'outer ready',
    'inner ready',
    'first onReady',
  ]);
  expect(lines).toEqual(expect.arrayContaining(['outer page shown', 'inner page shown']));
  expect(lines.indexOf('outer page shown')).toBeGreaterThan(lines.indexOf('first onLoad'));
});

test('every component down the tree hears of its page hiding, showing and the route being over', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await told();
  await phone.tap('往前');
  expect(await told()).toEqual([
    'first onHide',
    'outer page hidden',
    'inner page hidden',
    'second onLoad',
    'second onShow',
    'second onReady',
    'second onRouteDone',
  ]);
  await phone.back();
  expect(await told()).toEqual([
    'second onUnload',
    'first onShow',
    'outer page shown',
    'inner page shown',
    'first onRouteDone',
    'outer route done',
    'inner route done',
  ]);
});

test('a page that is replaced goes before the next one comes, and its components with it', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await phone.tap('往前');
  await told();
  await phone.tap('换一页');
  const lines = await told();
  expect(lines.slice(0, 1)).toEqual(['second onUnload']);
  expect(lines.indexOf('first onLoad')).toBeGreaterThan(0);
  await phone.back();
  expect((await told()).filter((line) => /detached|onUnload/.test(line)).sort()).toEqual([
    'first onUnload',
    'inner detached',
    'outer detached',
  ]);
});

test('when WeChat goes to the back the page hears it before the app, and after it on the way back', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await told();
  const turn = (hidden: boolean) =>
    phone.frame.locator('body').evaluate(`{
      Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} });
      document.dispatchEvent(new Event('visibilitychange'));
    }`);
  await turn(true);
  expect(await told()).toEqual(['first onHide', 'outer page hidden', 'inner page hidden', 'app onHide']);
  await turn(false);
  expect(await told()).toEqual(['app onShow', 'first onShow', 'outer page shown', 'inner page shown']);
});

test('another width is told to the page on screen and to its components', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await told();
  await phone.page.setViewportSize({ width: 430, height: 900 });
  expect(await told()).toEqual(['first onResize 430', 'outer page resized 430', 'inner page resized 430']);
});

test("an error names the line of the program's own source, in a subpackage too", async () => {
  phone = await fixture.open({ as: 'zhou', page: '/fail/fail' });
  await phone.tap('马上');
  await phone.tap('过后');
  await phone.tap('答应了');
  await phone.page.waitForTimeout(200);
  const sentences = async () => (await phone.problems()).map(({ message }) => message);
  expect(await sentences()).toEqual([
    expect.stringMatching(/什么也没有 at fail\/deep\.ts:8:\d+$/),
    expect.stringMatching(/过后才错 at fail\/fail\.ts:9:\d+$/),
    expect.stringMatching(/没做到 at fail\/fail\.ts:14:\d+$/),
  ]);
  await phone.tap('远处');
  await phone.seeText('远');
  expect((await sentences()).slice(3)).toEqual([
    expect.stringMatching(/什么也没有 at fail\/deep\.ts:8:\d+$/),
    expect.stringMatching(/分包里错了 at far\/far\.ts:8:\d+$/),
  ]);
});
