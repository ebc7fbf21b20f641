import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../phone/find-browser';
import { type Cloud, startCloud } from '../start-cloud';

let cloud: Cloud;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  cloud = await startCloud({ functionsRoot: join(__dirname, '../functions/fixtures') });
  await cloud.seed({
    identities: [{ openId: 'zhou', name: '周岚', group: 'HR', note: '总部 HR' }],
    collections: { visits: Array.from({ length: 30 }, (_, number) => ({ _id: `v${number}`, who: `p${number % 3}` })) },
    files: [{ cloudPath: 'notes/desk.txt', source: join(__dirname, 'page/desk.css') }],
  });
  const { executablePath, args, env } = await findBrowser();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  browser = await chromium.launch({ executablePath, args, env: { ...Object.fromEntries(inherited), ...env } });
  page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    // A refusal is a 400, which the browser writes down by itself.
    if (message.type() === 'error' && !message.text().includes('400')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${cloud.url}/cloud/desk`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await cloud.close();
});

async function open(panel: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: panel }).click();
  await page.getByRole('heading', { level: 2, name: panel }).waitFor();
}

async function settled(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(condition()).toBe(true);
}

const see = (text: string | RegExp) => page.locator('main').getByText(text).first().waitFor();

test('a collection is asked in JSON; the answer tells the index and what was examined', async () => {
  await open('集合');
  await see('by-who：who ↑');
  await page.getByLabel('条件（JSON）').fill('{"who": "p1"}');
  await page.getByLabel('条数').fill('5');
  await page.getByRole('button', { name: '查询' }).click();
  await see(/索引 by-who · 查看 5 条 · 返回 5 条/);
  expect(await page.locator('.document').count()).toBe(5);
  await page.getByLabel('条件（JSON）').fill('{"who": {"$nonsense": 1}}');
  await page.getByRole('button', { name: '查询' }).click();
  await see('unknown operator: $nonsense');
  await page.getByLabel('条件（JSON）').fill('{');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('alert').waitFor();
});

test('functions show their runs with timings, the first cold, and what they printed', async () => {
  await cloud.call('zhou', 'node', { deed: 'print' });
  await cloud.call('zhou', 'node', { deed: 'fail' });
  await open('函数');
  await see('printed by the function');
  await see('FUNCTIONS_EXECUTE_FAIL');
  await see('冷');
});

test('a timer is run now', async () => {
  await open('定时器');
  await see('0 */5 * * * * *');
  await page.getByRole('button', { name: '立即运行' }).click();
  await see('sweep 已运行');
  await see(/"TriggerName": "sweep"/);
});

test('a stored file is opened and deleted', async () => {
  await open('文件');
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'notes/desk.txt' }).click();
  const opened = await opening;
  expect((await fetch(opened.url())).status).toBe(200);
  await opened.close();
  await page.getByRole('button', { name: '删除' }).click();
  await see('还没有文件。');
});

test('the outbox shows what was sent and is cleared', async () => {
  await fetch(`${cloud.url}/phone/subscriptions`, {
    method: 'POST',
    headers: { 'x-open-id': 'zhou' },
    body: '{"accepted":["birthday"]}',
  });
  const requestData = '{"touser":"zhou","template_id":"birthday","data":{"thing1":{"value":"生日快乐"}}}';
  const call = { action: 'wx.api', apiName: 'subscribeMessage.send', requestData };
  await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(call) });
  await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(call) });
  await open('发件箱');
  await see(/生日快乐/);
  await see('已发出');
  await see(/43101/);
  await page.getByRole('button', { name: '清空' }).click();
  await see('还没有发出任何东西。');
});

test('people are listed with the way to their phones', async () => {
  await open('人员');
  expect(await page.getByRole('link', { name: '周岚' }).getAttribute('href')).toBe('/?as=zhou');
});

test('the clock jumps, is set and comes back', async () => {
  await open('时钟');
  await page.getByLabel('拨到（上海时间）').fill('2026-12-24T10:30:00');
  await page.getByRole('button', { name: '拨到这个时间' }).click();
  await see(/2026\/12\/24 10:30:/);
  await page.getByRole('button', { name: '跳到明天 9:00' }).click();
  await see(/云端现在是 2026\/12\/25 09:00:/);
  await page.getByRole('button', { name: '跳到第 30 天 9:00' }).click();
  await see(/云端现在是 2027\/1\/24 09:00:/);
  await page.getByRole('button', { name: '回到真实时间' }).click();
  await see(/与真实时间一致/);
  expect(cloud.clock.shiftMs).toBe(0);
});

test('faults are set, refused when out of bounds, and switched off', async () => {
  await open('故障');
  await page.getByLabel('事务冲突').fill('0.25');
  await page.getByLabel('延迟从（毫秒）').fill('5');
  await page.getByLabel('到（毫秒）', { exact: true }).fill('9');
  await page.getByLabel('定时器触发两次').check();
  await page.getByRole('button', { name: '生效' }).click();
  await see('已生效');
  expect(cloud.faults.settings()).toMatchObject({ latency: { from: 5, to: 9 }, doubleTimers: true, conflicts: 0.25 });
  await page.getByLabel('503 错误').fill('2');
  await page.getByRole('button', { name: '生效' }).click();
  await see('errors must be between 0 and 1.');
  expect(cloud.faults.settings().errors).toBe(0);
  await page.getByRole('button', { name: '全部关闭' }).click();
  await settled(() => cloud.faults.settings().conflicts === 0);
});

test('the page is closed to other sites and nothing in it complained', async () => {
  const { headers } = await fetch(`${cloud.url}/cloud/desk`);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect((await fetch(`${cloud.url}/cloud/desk/..%2f..%2fdesk-endpoint.ts`)).status).toBe(404);
  const foreign = { origin: 'http://attacker.example' };
  const moved = await fetch(`${cloud.url}/cloud/clock`, { method: 'POST', headers: foreign, body: '{"real":true}' });
  expect(moved.status).toBe(403);
  expect(complaints).toEqual([]);
});
