import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

const PEOPLE = [
  { openId: 'zhou', name: '周岚', group: 'HR', note: '总部 HR' },
  { openId: 'lin', name: '林舟', group: '员工', note: '研发' },
];
let fixture: Fixture;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'phone-'));
  cpSync(path.join(__dirname, 'fixtures/plain'), folder, { recursive: true });
  fixture = await openFixture(path.join(folder, 'project.config.json'), (request, response) => {
    if (request.url !== '/cloud/identities') return false;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(PEOPLE));
    return true;
  });
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});

test('people stand beside the phone, and one click makes it theirs', async () => {
  const page = await fixture.browser.newPage();
  await page.goto(`${fixture.url}/`);
  await page.getByRole('button', { name: '周岚' }).click();
  await page.getByRole('heading', { name: '周岚 · HR' }).waitFor();
  expect(new URL(page.url()).searchParams.get('as')).toBe('zhou');
  await page.frameLocator('#app').getByText('看详情').click();
  await page.getByText('页面栈 2').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '周岚 · HR' }).waitFor();
  await page
    .frameLocator('#app')
    .getByText(/^第 1 层/)
    .waitFor();
  await page.getByRole('button', { name: '新访客' }).click();
  await page.getByRole('heading', { name: /^访客 visitor-/ }).waitFor();
  await page.close();
});

test('problems are listed beside the phone', async () => {
  const page = await fixture.browser.newPage();
  await page.goto(`${fixture.url}/?as=lin&page=/pages/device/device`);
  await page.frameLocator('#app').getByText('没有的接口').click();
  await page.getByText('wx.startAccelerometer').waitFor();
  expect(await page.locator('#problem-count').textContent()).toBe('1');
  await page.close();
});

test('a phone can be small or large', async () => {
  const page = await fixture.browser.newPage({ viewport: { width: 1100, height: 950 } });
  await page.goto(`${fixture.url}/?as=lin&width=320`);
  await page.frameLocator('#app').getByText('看详情').waitFor();
  expect((await page.locator('#app').boundingBox())?.width).toBe(320);
  await page.close();
});

test('a saved file is soon on the screen, on the same page, and a broken one is named', async () => {
  const page = await fixture.browser.newPage();
  await page.goto(`${fixture.url}/?as=lin&page=/pages/me/me`);
  const frame = page.frameLocator('#app');
  await frame.getByText('存起来').waitFor();
  const file = path.join(folder, 'miniprogram/pages/me/me.wxml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('存起来', '收好'));
  await frame.getByText('收好').waitFor();
  writeFileSync(file, '<view>');
  await page.getByText(/me\.wxml:1: missing end tag/).waitFor();
  await page.close();
});

test('a file outside the program is not served', async () => {
  const answer = await fetch(`${fixture.url}/app/files/..%2fproject.config.json`);
  expect(answer.status).toBe(404);
});
