import type { DrivenPhone } from './drive-phone';
import { hear, heard, setData } from './testing/heard';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('builtins');
});
afterAll(() => fixture.close());
afterEach(() => phone.close());

async function open(page: string): Promise<void> {
  phone = await fixture.open({ as: 'zhou', page: `/pages/${page}/${page}` });
}

const inFrame = (script: string) => phone.frame.locator('body').evaluate(script);
const box = async (selector: string) => phone.frame.locator(selector).boundingBox();

test('icons have their own size and colour unless the program gives one', async () => {
  await open('drawn');
  const icons = phone.frame.locator('.icons .phone-icon');
  expect(await icons.count()).toBe(10);
  const colours = new Set<string>();
  for (let index = 0; index < 9; index += 1) {
    expect(await styleOf(icons.nth(index), '-webkit-mask-image')).toContain('data:image/svg+xml');
    colours.add(await styleOf(icons.nth(index), 'background-color'));
  }
  expect(colours.size).toBe(5);
  expect(await styleOf(icons.nth(9), 'background-color')).toBe('rgb(255, 0, 0)');
  expect((await icons.nth(0).boundingBox())?.width).toBe(40);
});

test('a bar of progress stands at its percent, an active one walks there and says so', async () => {
  await open('drawn');
  expect(await phone.frame.locator('[wx-id=still]').getAttribute('aria-valuenow')).toBe('30');
  await phone.seeText('30%');
  expect(await styleOf(phone.frame.locator('[wx-id=still] .phone-progress-done'), 'background-color')).toBe(
    'rgb(1, 2, 3)',
  );
  expect(await hear(phone, 'activeend')).toEqual({ curPercent: 20 });
  await setData(phone, { percent: 60 });
  expect(await hear(phone, 'activeend')).toEqual({ curPercent: 60 });
});

test('text decodes entities and widens spaces only where it is told to', async () => {
  await open('drawn');
  expect(await phone.frame.locator('[wx-id=decoded]').textContent()).toBe('1 < 2\u00a0>');
  expect(await phone.frame.locator('[wx-id=spaced]').textContent()).toBe('a\u2003b');
  await setData(phone, { entity: '&amp;' });
  expect(await phone.frame.locator('[wx-id=decoded]').textContent()).toBe('1 < 2&');
});

test('rich text keeps what WeChat trusts and nothing else', async () => {
  await open('drawn');
  expect(await inFrame("document.querySelector('[wx-id=html] > div').innerHTML")).toBe(
    '<p style="color: red">红<b>粗</b></p>',
  );
  const nodes = await inFrame("document.querySelector('[wx-id=nodes] > div').innerHTML");
  expect(nodes).toBe('<div style="width: calc(100 * var(--rpx))"><a class="link">去&lt;那里</a></div>');
});

test('a canvas is drawn on, a lazy picture waits for the screen, a missing one is listed', async () => {
  await open('drawn');
  await phone.page.waitForTimeout(300);
  const canvas = "document.querySelector('[wx-id=canvas] canvas')";
  expect(await inFrame(`[...${canvas}.getContext('2d').getImageData(5, 5, 1, 1).data]`)).toEqual([10, 20, 30, 255]);
  const events = await heard(phone);
  expect(events.filter(({ type }) => type === 'load').map(({ id }) => id)).toEqual(['wide']);
  expect(events.find(({ type }) => type === 'error')?.id).toBe('gone');
  expect(await box('[wx-id=wide]')).toMatchObject({ width: 80, height: 40 });
  await inFrame('window.scrollTo(0, 2600)');
  expect(await hear(phone, 'load')).toEqual({ width: 40, height: 20 });
  expect((await phone.problems()).map(({ message }) => message)).toEqual(['image not loaded: /nowhere.svg']);
});

test('page-meta names the bar and colours the window', async () => {
  await open('layers');
  await phone.page.locator('#navigation').getByText('改过的标题').waitFor();
  await setData(phone, { title: '再改' });
  await phone.page.locator('#navigation').getByText('再改').waitFor();
  expect(await inFrame('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(1, 2, 3)');
  expect(await phone.problems()).toEqual([]);
});

test('a root portal is outside of what would clip and move it, and follows the data', async () => {
  await open('layers');
  const height = Number(await inFrame('innerHeight'));
  const bottom = async () => {
    const risen = await box('.risen');
    return Math.round((risen?.y ?? 0) + (risen?.height ?? 0) - (844 - height));
  };
  expect(await bottom()).toBe(height);
  await setData(phone, { words: '二' });
  await phone.seeText('浮着 二');
  await setData(phone, { risen: false });
  await phone.notSeeText('浮着 二');
  await setData(phone, { risen: true, portal: false });
  expect(await bottom()).toBeLessThan(height);
  await setData(phone, { portal: true });
  expect(await bottom()).toBe(height);
});

test('match-media and covers', async () => {
  await open('layers');
  await phone.seeText('窄的才有');
  await phone.notSeeText('宽的才有');
  await phone.page.setViewportSize({ width: 768, height: 1024 });
  await phone.seeText('宽的才有');
  await phone.notSeeText('窄的才有');
  expect(await styleOf(phone.frame.locator('.cover'), 'white-space')).toBe('nowrap');
  expect(await phone.problems()).toEqual([]);
});

test('a component that the program names after one of WeChat has nothing of it', async () => {
  await open('layers');
  const own = phone.frame.getByText('自己的', { exact: true }).locator('xpath=ancestor::wx-label');
  expect(await styleOf(own, 'display')).toBe('inline');
});
