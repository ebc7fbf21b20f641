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
  phone = await fixture.open({ as: 'zhou', page: '/pages/form/form' });
});
afterEach(async () => {
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

async function sent(): Promise<unknown> {
  await phone.tap('提交');
  return JSON.parse((await phone.frame.locator('.sent').textContent()) ?? '');
}

test('a form submits what its fields hold', async () => {
  expect(await sent()).toEqual({
    name: '',
    code: '',
    reason: '',
    open: true,
    size: 'l',
    days: ['2'],
    level: 40,
    city: 0,
    day: '2024-02-29',
  });
  await phone.fill('姓名', '周岚');
  await phone.fill('理由', '两行\n理由');
  await phone.tap('小');
  await phone.tap('周一');
  await phone.frame.getByRole('switch').tap();
  const all = { name: '周岚', reason: '两行\n理由', size: 's', days: ['1', '2'], open: false };
  expect(await sent()).toMatchObject(all);
  await phone.tap('重填');
  expect(await sent()).toMatchObject({ name: '', reason: '', days: [] });
});

test('typing reaches the page, a returned value replaces it, Enter confirms', async () => {
  await phone.fill('姓名', '林舟');
  await phone.frame.getByPlaceholder('姓名').press('Enter');
  await phone.seeText('林舟|林舟');
  await phone.fill('代码', 'ab-12');
  expect(await phone.frame.getByPlaceholder('代码').inputValue()).toBe('AB-12');
});

test('where two titles stand in one card, each names the field below it', async () => {
  await phone.fill('大家看得到', '你好');
  await phone.fill('只有一人看得到', '别说出去');
  const typed = (placeholder: string) => phone.frame.getByPlaceholder(placeholder).inputValue();
  expect([await typed('说给大家'), await typed('说给一人')]).toEqual(['你好', '别说出去']);
});

test('a wheel picks from a list, and Escape leaves it as it was', async () => {
  await phone.tap('城市：北京');
  await phone.tap('上海');
  await phone.tap('确定');
  await phone.seeText('城市：上海');
  await phone.tap('城市：上海');
  await phone.page.keyboard.press('Escape');
  await phone.seeText('城市：上海');
});

test('a date wheel knows how long a month is', async () => {
  await phone.tap('日期：2024-02-29');
  await phone.tap('2023年');
  await phone.notSeeText('29日');
  await phone.tap('确定');
  await phone.seeText('日期：2023-02-28');
});

test('a textarea grows with its text', async () => {
  const height = async () => (await phone.frame.locator('wx-textarea').boundingBox())?.height ?? 0;
  const before = await height();
  await phone.fill('理由', '一\n二\n三\n四');
  expect(await height()).toBeGreaterThan(before * 2);
});
