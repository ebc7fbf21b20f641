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

const fieldOf = (placeholder: string) => phone.frame.getByPlaceholder(placeholder);

test('a number keyboard has no letters, one for identity cards has an X', async () => {
  await open('fields');
  for (const [name, id, typed, taken] of [
    ['数字', 'number', '12a.3', '123'],
    ['小数', 'digit', '1x2.5', '12.5'],
    ['证件', 'idcard', '11Xz', '11X'],
  ] as const) {
    await fieldOf(name).pressSequentially(typed);
    expect(await fieldOf(name).inputValue()).toBe(taken);
    const last = (await heard(phone)).filter((event) => event.type === 'input' && event.id === id).at(-1);
    expect(last?.detail).toMatchObject({ value: taken });
  }
});

test('a field tells of focus, typing with key and cursor, confirming and leaving, in this order', async () => {
  await open('fields');
  await heard(phone);
  await fieldOf('数字').focus();
  await phone.page.keyboard.press('8');
  await phone.page.keyboard.press('Enter');
  const events = await heard(phone);
  expect(events.map(({ type }) => type).filter((type) => type !== 'keyboardheightchange')).toEqual([
    'focus',
    'input',
    'confirm',
    'blur',
  ]);
  expect(events.find(({ type }) => type === 'input')?.detail).toEqual({ value: '8', cursor: 1, keyCode: 56 });
});

test('lengths are bounded as said, 140 by themselves, and not at all with -1', async () => {
  await open('fields');
  await fieldOf('三个字').pressSequentially('一二三四');
  expect(await fieldOf('三个字').inputValue()).toBe('一二三');
  expect(await fieldOf('不限').inputValue()).toHaveLength(300);
  expect(await fieldOf('密码').getAttribute('maxlength')).toBe('140');
  expect(await fieldOf('密码').getAttribute('type')).toBe('password');
});

test('focus comes with the property, the selection too, and confirm-hold keeps the keyboard', async () => {
  await open('fields');
  await setData(phone, { focus: true });
  await expectFocus('自动');
  expect(await phone.frame.locator('body').evaluate('getSelection().toString()')).toBe('选这');
  await fieldOf('不收起').focus();
  await phone.page.keyboard.press('Enter');
  expect(await hear(phone, 'confirm')).toEqual({ value: '' });
  await expectFocus('不收起');
});

async function expectFocus(placeholder: string): Promise<void> {
  await phone.page.waitForTimeout(50);
  expect(await phone.frame.locator('body').evaluate('document.activeElement.placeholder')).toBe(placeholder);
}

test('a textarea that grows counts its lines, and sends with Enter when it is told to', async () => {
  await open('fields');
  await fieldOf('长高').fill('一\n二\n三');
  const changes = (await heard(phone)).filter(({ type }) => type === 'linechange');
  expect(changes.at(-1)?.detail).toMatchObject({ lineCount: 3 });
  const box = await phone.frame.locator('[wx-id=grow]').boundingBox();
  expect(Math.round(box?.height ?? 0)).toBe(Number(changes.at(-1)?.detail.height));
  await fieldOf('回车发送').fill('好');
  await phone.page.keyboard.press('Enter');
  expect(await hear(phone, 'confirm')).toEqual({ value: '好' });
});

test('a slider goes in steps within its bounds', async () => {
  await open('fields');
  await phone.frame.locator('[wx-id=slider] input').focus();
  await phone.page.keyboard.press('ArrowRight');
  expect(await hear(phone, 'changing')).toEqual({ value: 25 });
  expect(await hear(phone, 'change')).toEqual({ value: 25 });
  await phone.page.keyboard.press('End');
  expect(await hear(phone, 'change')).toEqual({ value: 50 });
  await phone.seeText('50');
});

test('boxes are ticked, unless disabled, and a label reaches the control it names', async () => {
  await open('fields');
  await phone.frame.locator('[wx-id=box]').tap();
  expect(await hear(phone, 'change')).toEqual({ value: false });
  await phone.tap('周一');
  expect(await hear(phone, 'change')).toEqual({ value: ['一', '二'] });
  await phone.tap('周二');
  expect(await heard(phone)).toEqual([]);
  await phone.tap('名字在外');
  expect(await heard(phone)).toEqual([{ type: 'change', id: 'named', detail: { value: true } }]);
});

test('a wheel in the page says when it is taken, what it shows and when it rests', async () => {
  await open('picks');
  await phone.page.waitForTimeout(200);
  await phone.frame.locator('[wx-id=wheel]').tap();
  await hear(phone, 'pickstart');
  await hear(phone, 'pickend');
  const column = "document.querySelectorAll('wx-picker-view-column')[1]";
  expect(await phone.frame.locator('body').evaluate(`${column}.scrollTop`)).toBe(80);
  await phone.frame.locator('body').evaluate(`${column}.scrollTo(0, 160)`);
  expect(await hear(phone, 'change')).toEqual({ value: [1, 4] });
  await setData(phone, { value: [0, 7] });
  await phone.page.waitForTimeout(300);
  expect(await phone.frame.locator('body').evaluate(`${column}.scrollTop`)).toBe(280);
});

test('a time wheel keeps within its bounds, minutes too', async () => {
  await open('picks');
  await phone.tap('时间：08:00');
  await phone.tap('18时');
  await phone.notSeeText('16分');
  await phone.tap('15分');
  await phone.tap('确定');
  await phone.seeText('时间：18:15');
});

test('a region is chosen from province to district, and its codes come with it', async () => {
  await open('picks');
  await phone.tap('地区：广东省,广州市,海珠区');
  await phone.tap('深圳市');
  await phone.tap('南山区');
  await phone.tap('确定');
  await phone.seeText('地区：广东省,深圳市,南山区');
  const picked = (await heard(phone)).filter(({ id }) => id === 'region');
  expect(picked.map(({ detail }) => detail)).toEqual([
    { value: ['广东省', '深圳市', '南山区'], code: ['440000', '440300', '440305'] },
  ]);
});

test('a turned column may bring other ranges, cancelling says so, and a disabled picker stays shut', async () => {
  await open('picks');
  await phone.tap('两列');
  await phone.tap('上海');
  await phone.seeText('南京路');
  expect(await hear(phone, 'columnchange')).toEqual({ column: 0, value: 1 });
  await phone.tap('确定');
  expect(await hear(phone, 'change')).toEqual({ value: [1, 0] });
  await phone.tap('选人吧');
  await phone.seeText('选人');
  await phone.seeText('林舟');
  await phone.tap('取消');
  await phone.tap('两列');
  await phone.tap('取消');
  await hear(phone, 'cancel');
  await phone.tap('不能选');
  expect(await phone.page.locator('#dialogs > *').count()).toBe(0);
});

test('a box moves within its area, one along a rail sideways only, and scales within its bounds', async () => {
  await open('layers');
  await phone.page.waitForTimeout(100);
  await heard(phone);
  await setData(phone, { x: 30 });
  expect(await hear(phone, 'change')).toEqual({ x: 30, y: 20, source: '' });
  await setData(phone, { scale: 5 });
  expect(await hear(phone, 'scale')).toEqual({ x: 30, y: 20, scale: 2 });
  await setData(phone, { scale: 1 });
  await phone.page.waitForTimeout(400);
  await setData(phone, { x: 100 });
  await phone.page.waitForTimeout(400);
  await heard(phone);
  await drag(phone, '[wx-id=ball]', 10, 400);
  const events = await heard(phone);
  expect(events.map(({ type }) => type)).toContain('vtouchmove');
  expect(events.filter(({ type }) => type === 'change').at(-1)?.detail).toMatchObject({ y: 140, source: 'touch' });
  await drag(phone, '[wx-id=rail]', 70, 500);
  const rail = await phone.frame.locator('[wx-id=rail]').boundingBox();
  const area = await phone.frame.locator('[wx-id=area]').boundingBox();
  expect([(rail?.x ?? 0) - (area?.x ?? 0), (rail?.y ?? 0) - (area?.y ?? 0)]).toEqual([70, 0]);
});
