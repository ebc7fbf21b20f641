import type { DrivenPhone } from './drive-phone';
import { drag, hear, heard, setData } from './testing/heard';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('builtins');
});
afterAll(() => fixture.close());
afterEach(async () => {
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

async function open(page: string): Promise<void> {
  phone = await fixture.open({ as: 'zhou', page: `/pages/${page}/${page}` });
}

const scrollTo = (top: number) =>
  phone.frame.locator('body').evaluate(`document.querySelector('[wx-id=list]').scrollTo(0, ${top})`);
const topOf = async (selector: string) => (await phone.frame.locator(selector).boundingBox())?.y ?? Number.NaN;

test('a scroll view says once that an end was reached', async () => {
  await open('scroll');
  await scrollTo(485);
  expect(await hear(phone, 'scrolltolower')).toEqual({ direction: 'bottom' });
  await scrollTo(490);
  await scrollTo(5);
  expect(await hear(phone, 'scrolltoupper')).toEqual({ direction: 'top' });
  expect((await heard(phone)).map(({ type }) => type)).not.toContain('scrolltolower');
});

test('a scroll view puts an item where the alignment says', async () => {
  await open('scroll');
  const start = await topOf('[wx-id=list]');
  await setData(phone, { into: 'row-9' });
  await phone.page.waitForTimeout(100);
  expect(await topOf('[wx-id=row-9]')).toBeCloseTo(start, 0);
  await setData(phone, { into: 'row-10', alignment: 'center' });
  await phone.page.waitForTimeout(100);
  expect(await topOf('[wx-id=row-10]')).toBeCloseTo(start + 130, 0);
});

test('a pull short of the threshold is given up, one beyond it refreshes until the program ends it', async () => {
  await open('scroll');
  await drag(phone, '[wx-id=list]', 0, 80);
  await hear(phone, 'refresherabort');
  await drag(phone, '[wx-id=list]', 0, 140);
  const types = (await heard(phone)).map(({ type }) => type);
  expect(types.filter((type) => !['refresherpulling', 'dragging'].includes(type))).toEqual([
    'dragstart',
    'dragend',
    'refresherrefresh',
  ]);
  expect(types).toContain('refresherpulling');
  expect(await phone.frame.locator('[wx-id=list] > .phone-refresher i').count()).toBe(3);
  await setData(phone, { refreshing: true });
  await setData(phone, { refreshing: false });
  await hear(phone, 'refresherrestore');
});

test("a refresher of the program's own is above the content and comes down while it refreshes", async () => {
  await open('scroll');
  const top = await topOf('[wx-id=own]');
  expect(await topOf('.first')).toBeCloseTo(top, 0);
  await setData(phone, { refreshing: true });
  await phone.page.waitForTimeout(300);
  expect(await topOf('.first')).toBeCloseTo(top + 45, 0);
  expect(await topOf('.mine')).toBeCloseTo(top - 5, 0);
});

test('a swiper says what is shown, by whom, and when it stands', async () => {
  await open('slides');
  await setData(phone, { current: 1 });
  expect(await hear(phone, 'change')).toEqual({ current: 1, currentItemId: 'item-乙', source: '' });
  expect(await hear(phone, 'animationfinish')).toEqual({ current: 1, currentItemId: 'item-乙', source: '' });
  await drag(phone, '[wx-id=swiper]', -150, 0);
  expect(await hear(phone, 'change')).toEqual({ current: 2, currentItemId: 'item-丙', source: 'touch' });
  await drag(phone, '[wx-id=swiper]', -150, 0);
  await phone.page.waitForTimeout(200);
  expect((await heard(phone)).filter(({ type }) => type === 'change')).toEqual([]);
  await setData(phone, { itemId: 'item-甲' });
  expect(await hear(phone, 'change')).toMatchObject({ current: 0 });
});

test('a circle goes on after its last slide, autoplay too', async () => {
  await open('slides');
  await setData(phone, { circular: true, current: 2 });
  await hear(phone, 'animationfinish');
  await drag(phone, '[wx-id=swiper]', -150, 0);
  expect(await hear(phone, 'change')).toMatchObject({ current: 0, source: 'touch' });
  await setData(phone, { autoplay: true });
  expect(await hear(phone, 'change')).toMatchObject({ current: 1, source: 'autoplay' });
});

test('margins show the neighbours, and the first and last slide may snap to the edge', async () => {
  await open('slides');
  const left = async (text: string) => (await phone.frame.getByText(text, { exact: true }).boundingBox())?.x;
  await setData(phone, { margin: '40px' });
  await phone.page.waitForTimeout(200);
  expect([await left('甲'), await left('乙')]).toEqual([40, 350]);
  await setData(phone, { snap: true });
  await phone.page.waitForTimeout(200);
  expect([await left('甲'), await left('乙')]).toEqual([0, 310]);
  await setData(phone, { margin: '0px', snap: false, many: 2 });
  await phone.page.waitForTimeout(200);
  expect([await left('甲'), await left('乙')]).toEqual([0, 195]);
});

test('an upright swiper moves up and down', async () => {
  await open('slides');
  await setData(phone, { vertical: true });
  await phone.page.waitForTimeout(200);
  const [first, second] = [await topOf('wx-swiper-item >> nth=0'), await topOf('wx-swiper-item >> nth=1')];
  expect(second - first).toBe(120);
  await drag(phone, '[wx-id=swiper]', 0, -60);
  expect(await hear(phone, 'change')).toMatchObject({ current: 1 });
});
