import type { Page } from 'playwright-core';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let page: Page;

beforeAll(async () => {
  fixture = await openFixture('plain');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  page = await fixture.browser.newPage({ viewport: { width: 1100, height: 950 } });
  await page.goto(`${fixture.url}/?as=lin&page=/pages/home/home`);
  await page.frameLocator('#app').locator('wx-page:visible').waitFor();
  await page.getByText('检查器').click();
  await row('<page>').waitFor();
});
afterEach(() => page.close());

const row = (label: string) => page.getByRole('treeitem', { name: label, exact: true });
const onPage = () => page.frameLocator('#app').locator('.phone-inspected');
/** What is said of the node chosen: names and values in turn. */
const said = async (): Promise<string[]> =>
  (await page.locator('#chosen :is(code, h3, dt, dd)').allTextContents()) ?? [];

test('a component shows where it is, its properties and its data, as they are now, and is marked', async () => {
  await row('<counter#counter>').click();
  expect(await said()).toEqual([
    'components/counter/counter',
    ...['属性', 'start', '2'],
    ...['数据', 'step', '1', 'value', '2', 'ready', 'true'],
  ]);
  const counter = page.frameLocator('#app').locator('wx-counter');
  const { x, y } = (await counter.boundingBox()) ?? { x: 0, y: 0 };
  expect(await onPage().boundingBox()).toMatchObject({ x, y });
  await counter.click();
  await page.locator('#chosen').getByText('3', { exact: true }).waitFor();
});

test("a node of WeChat's shows its properties and its dataset, the page its data", async () => {
  await row('<view#item-0.go>').click();
  expect(await said()).toEqual(expect.arrayContaining(['data-item', '"甲"', 'hoverClass', '"none"']));
  await row('<page>').click();
  expect(await said()).toEqual(expect.arrayContaining(['数据', 'items', 'count', '0']));
});

test('the tree follows the page, and arrows go through it as through any tree', async () => {
  await row('<page>').click();
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByRole('treeitem').count()).toBe(1);
  expect(await row('<page>').getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await row('<panel>').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  expect(await page.locator('#tree :focus').textContent()).toBe('<page>');
  await page.frameLocator('#app').getByText('填表').click();
  await row('<form>').first().waitFor();
  expect(await row('<panel>').count()).toBe(0);
});

test('what is stored is listed; a closed inspector leaves no mark and reads nothing', async () => {
  await page.getByText('什么也没存').waitFor();
  await page.frameLocator('#app').locator('body').evaluate("wx.setStorageSync('note', { kept: [1] })");
  await page.locator('#stored').getByText('note').waitFor();
  expect((await page.locator('#stored dd').textContent())?.replace(/\s/g, '')).toBe('{"kept":[1]}');
  await row('<page>').click();
  await onPage().waitFor();
  await page.getByText('检查器').click();
  await onPage().waitFor({ state: 'detached' });
  await page.frameLocator('#app').locator('body').evaluate("wx.setStorageSync('later', 1)");
  await page.waitForTimeout(1200);
  expect(await page.locator('#stored').getByText('later').count()).toBe(0);
});
