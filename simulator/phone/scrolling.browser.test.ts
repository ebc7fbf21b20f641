import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('plain');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ as: 'zhou', page: '/pages/long/long' });
});
afterEach(() => phone.close());

test('reaching the bottom brings more rows and the page knows where it is', async () => {
  await phone.seeText('第 30 行');
  await phone.frame.locator('body').evaluate('window.scrollTo(0, 100000)');
  await phone.seeText('第 40 行');
  await phone.seeText(/^刷新了 0 次，滚到 [1-9]\d+$/);
});

test('pulling down refreshes and the mark goes away', async () => {
  const box = await phone.frame.getByText('第 1 行', { exact: true }).boundingBox();
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10];
  await phone.page.mouse.move(x, y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(x, y + 80, { steps: 4 });
  await phone.page.mouse.move(x, y + 200, { steps: 4 });
  await phone.page.mouse.up();
  await phone.seeText(/^刷新了 1 次/);
  await phone.frame.locator('.phone-pull').waitFor({ state: 'hidden' });
});

test('a scroll view shows the item it is told to', async () => {
  const view = await phone.frame.locator('wx-scroll-view').boundingBox();
  const item = await phone.frame.getByText('里 8').boundingBox();
  expect(Math.round(item?.y ?? 0)).toBe(Math.round(view?.y ?? -1));
});

test('a page comes back where it was left', async () => {
  const home = await fixture.open({ as: 'zhou' });
  await home.frame.locator('body').evaluate('document.querySelector("wx-page").style.minHeight = "3000px"');
  await home.frame.locator('body').evaluate('window.scrollTo(0, 120)');
  await home.tap('看详情');
  await home.seeText('第 2 层，问：去哪里');
  expect(await home.frame.locator('body').evaluate('window.scrollY')).toBe(0);
  await home.back();
  await home.seeText('没有回答');
  expect(await home.frame.locator('body').evaluate('window.scrollY')).toBe(120);
  await home.close();
});
