import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('tabs');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou' });
});
afterEach(async () => {
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

test('each tab page has a custom tab bar of its own, which the page reaches', async () => {
  await phone.seeText('one 出现了 1 次');
  await phone.tap('第二');
  await phone.seeText('two 出现了 1 次');
  await phone.tap('第一');
  await phone.seeText('one 出现了 2 次');
  expect(await phone.frame.locator('wx-custom-tab-bar').count()).toBe(2);
  const selected = phone.frame.locator('[aria-selected=true]').filter({ visible: true });
  await selected.filter({ hasText: '第一' }).waitFor();
  expect(await selected.count()).toBe(1);
});

test('the program draws its own navigation bar, from the top of the screen', async () => {
  const navigation = phone.page.locator('#navigation');
  expect(await navigation.isVisible()).toBe(false);
  const frame = await phone.page.locator('#app').boundingBox();
  expect(frame).toEqual({ x: 0, y: 0, width: 390, height: 844 });
});

test('the safe area of the drawn phone is kept free', async () => {
  expect(await styleOf(phone.frame.locator('wx-page:visible'), 'padding-bottom')).toBe('34px');
});

test('a page of no tab has no tab bar', async () => {
  await phone.tap('去三');
  await phone.seeText('三');
  expect(await phone.frame.locator('wx-custom-tab-bar').filter({ visible: true }).count()).toBe(0);
  await phone.back();
  await phone.seeText('one 出现了 2 次');
});
