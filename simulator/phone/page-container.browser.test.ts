import type { DrivenPhone } from './drive-phone';
import { heard, setData } from './testing/heard';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('builtins');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou', page: '/pages/films/films' });
  await phone.frame.locator('body').evaluate("wx.navigateTo({ url: '/pages/sheets/sheets' })");
  await phone.seeText('下面的页');
  await setData(phone, { open: true });
  await phone.seeText('假页');
});
afterEach(() => phone.close());

const events = async (): Promise<string[]> => {
  await phone.page.waitForTimeout(150);
  return (await heard(phone)).map(({ type }) => type);
};
const LEAVES = ['beforeleave', 'leave', 'afterleave'];

test('going back closes what lies over the page, and only then the page', async () => {
  expect(await events()).toEqual(['beforeenter', 'enter', 'afterenter']);
  expect(await phone.frame.locator('wx-page-container').boundingBox()).toMatchObject({ x: 0, width: 390 });
  await phone.tap('返回上一页');
  await phone.notSeeText('假页');
  expect(await events()).toEqual(LEAVES);
  expect(await phone.route()).toBe('/pages/sheets/sheets');
  await phone.back();
  await phone.notSeeText('下面的页');
  expect(await phone.route()).toBe('/pages/films/films');
  expect(await phone.problems()).toEqual([]);
});

test('the bar and the browser’s own way back close it too, and it opens again', async () => {
  await phone.back();
  await phone.notSeeText('假页');
  await setData(phone, { open: true });
  await phone.seeText('假页');
  await phone.page.goBack();
  await phone.notSeeText('假页');
  await phone.seeText('下面的页');
});

test('a tap beside it closes it and is told', async () => {
  await events();
  await phone.page.touchscreen.tap(195, 200);
  await phone.notSeeText('假页');
  expect(await events()).toEqual(['clickoverlay', ...LEAVES]);
});
