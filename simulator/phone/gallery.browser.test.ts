import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

/** Pictures to look at after a change; not compared, not committed. */
const PICTURES = path.join(__dirname, '../../artifacts/phone-gallery');

let fixture: Fixture;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  fixture = await openFixture('gallery');
});
afterAll(() => fixture.close());

async function open(page: string): Promise<DrivenPhone> {
  return fixture.open({ as: 'zhou', page: `/pages/${page}/${page}`, height: 1200 });
}

test.each(['basic', 'entry', 'show', 'overlay', 'list'])('TDesign is drawn without a complaint: %s', async (page) => {
  const phone = await open(page);
  await phone.page.waitForTimeout(600);
  await phone.screenshot(path.join(PICTURES, `${page}.png`));
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

test('buttons, inputs, switches and steppers of TDesign work', async () => {
  const phone = await open('basic');
  await phone.tap('加一');
  await phone.tap('单元格');
  await phone.seeText('点了 2 次');
  await phone.page.goto(`${fixture.url}/?frame=bare&as=zhou&page=/pages/entry/entry`);
  await phone.fill('请输入姓名', '周岚');
  await phone.frame.getByRole('switch').tap();
  await phone.seeText('周岚|false');
  await phone.close();
});

test('dialogs and pickers of TDesign open and answer', async () => {
  const phone = await open('overlay');
  await phone.tap('对话框');
  await phone.tap('撤回');
  await phone.seeText('撤回了');
  await phone.tap('选择器');
  await phone.seeText('选择城市');
  await phone.page.waitForTimeout(400);
  await phone.tap('确认');
  await phone.seeText('北京');
  await phone.tap('动作面板');
  await phone.tap('从相册选择');
  await phone.seeText('从相册选择');
  await phone.tap('提示');
  await phone.seeText('签到成功');
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

test('a WXS handler drags the swipe cell open, and a canvas holds the QR code', async () => {
  const phone = await open('list');
  const cell = phone.frame.getByText('向左滑动', { exact: true });
  const box = await cell.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 200, (box?.y ?? 0) + 10];
  await phone.page.mouse.move(x, y);
  await phone.page.mouse.down();
  await phone.page.mouse.move(x - 120, y, { steps: 8 });
  await phone.page.mouse.up();
  await phone.page.waitForTimeout(600);
  expect((await cell.boundingBox())?.x).toBeLessThan((box?.x ?? 0) - 40);
  const painted = new Function('canvas', 'return canvas.toDataURL().length') as (canvas: unknown) => number;
  expect(await phone.frame.locator('wx-canvas canvas').evaluate(painted)).toBeGreaterThan(1000);
  expect(await phone.problems()).toEqual([]);
  await phone.close();
});

test('tabs and collapses of TDesign move', async () => {
  const phone = await open('show');
  await phone.tap('待办');
  await phone.seeText('第二栏');
  const arrow = phone.frame.locator('[class*=t-icon-chevron-]').last();
  const drawing = () => styleOf(arrow, '--phone-icon-file');
  expect(await drawing()).toMatch(/chevron-down\.svg/);
  await phone.tap('收起的');
  await phone.seeText('看不见的文字');
  expect(await drawing()).toMatch(/chevron-up\.svg/);
  await phone.close();
});
