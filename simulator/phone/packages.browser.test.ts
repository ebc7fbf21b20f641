import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;
let fetched: string[];

beforeAll(async () => {
  fixture = await openFixture('packs', (request) => {
    const name = /^\/app\/(packages\/\w+|program)\.js$/.exec(request.url ?? '')?.[1];
    if (name !== undefined) fetched.push(name);
    return false;
  });
});
afterAll(() => fixture.close());
beforeEach(() => {
  fetched = [];
});
afterEach(() => phone.close());

async function seeFetched(expected: string[]): Promise<void> {
  for (let tries = 0; tries < 100 && fetched.length < expected.length; tries += 1) await phone.page.waitForTimeout(30);
  expect(fetched).toEqual(expected);
}

test('the main package comes first, preloadRule fetches ahead, any other package waits for its page', async () => {
  phone = await fixture.open();
  await seeFetched(['program', 'packages/near']);
  await phone.tap('远处');
  await phone.seeText('远处到了，第 2 次');
  expect(await styleOf(phone.frame.locator('.in-far'), 'color')).toBe('rgb(1, 2, 3)');
  await phone.back();
  await phone.seeText('第 1 次');
  await phone.tap('远处');
  await phone.seeText('远处到了，第 3 次');
  expect(fetched).toEqual(['program', 'packages/near', 'packages/far']);
  expect(await phone.problems()).toEqual([]);
});

test('a page of a subpackage can be the first', async () => {
  phone = await fixture.open({ page: '/far/far' });
  await phone.seeText('远处到了，第 1 次');
  expect(fetched).toEqual(['program', 'packages/far']);
});

test('an independent subpackage opens without app.js and app.wxss, which come with the first other page', async () => {
  phone = await fixture.open({ page: '/alone/alone' });
  await phone.seeText('undefined，{"colour":"red"}');
  await phone.seeText('那里：null');
  expect(await styleOf(phone.frame.locator('.of-app'), 'color')).not.toBe('rgb(4, 5, 6)');
  expect(fetched).toEqual(['packages/alone']);
  await phone.tap('去首页');
  await phone.seeText('主包里的一页');
  expect(await styleOf(phone.frame.locator('.of-app').filter({ visible: true }), 'color')).toBe('rgb(4, 5, 6)');
  expect(fetched.slice(0, 2)).toEqual(['packages/alone', 'program']);
  await phone.back();
  await phone.seeText('那里：{"colour":"red","size":3,"lives":["launch alone/alone","show"]}');
  expect(await styleOf(phone.frame.locator('.of-app').filter({ visible: true }), 'color')).not.toBe('rgb(4, 5, 6)');
  expect(await phone.problems()).toEqual([]);
});

test('an independent subpackage that is not the first to be opened finds the app', async () => {
  phone = await fixture.open();
  await phone.tap('独自');
  await phone.seeText('object，{"colour":"blue","size":3,"lives":["launch home/home","show"]}');
  expect(await styleOf(phone.frame.locator('.of-app').filter({ visible: true }), 'color')).not.toBe('rgb(4, 5, 6)');
});

test('what is preloaded over wifi alone is not preloaded over a weak network', async () => {
  phone = await fixture.open({ network: 'weak' });
  await phone.page.waitForTimeout(300);
  expect(fetched).toEqual(['program']);
});

test('without a network a package that was never fetched cannot be had, one that was is kept', async () => {
  phone = await fixture.open({ as: 'zhou' });
  await seeFetched(['program', 'packages/near']);
  await phone.setNetwork('none');
  await phone.tap('远处');
  await phone.seeText('navigateTo:fail loadSubpackage "far" fail net::ERR_INTERNET_DISCONNECTED');
  await phone.tap('近处');
  await phone.seeText('近处到了');
  await phone.back();
  await phone.setNetwork('wifi');
  await phone.tap('远处');
  await phone.seeText('远处到了，第 2 次');
  await phone.back();
  await phone.setNetwork('none');
  await phone.page.reload();
  await phone.tap('远处');
  await phone.seeText('远处到了，第 2 次');
});

test('while a package is fetched the page stays and its bar says so', async () => {
  phone = await fixture.open({ network: 'weak' });
  await phone.tap('远处');
  await phone.page.locator('#navigation .spinner').waitFor();
  await phone.seeText('第 1 次');
  await phone.seeText('远处到了，第 2 次');
  expect(await phone.page.locator('#navigation .spinner').count()).toBe(0);
});

test('a placeholder stands until the package of the component has come, which then takes its place', async () => {
  phone = await fixture.open({ page: '/near/later', network: 'weak' });
  await phone.seeText('先占着');
  expect(fetched).toEqual(['program', 'packages/near']);
  await phone.tap('换一句');
  await phone.seeText('远处的卡片：第二句');
  await phone.notSeeText('先占着');
  await phone.seeText('里面的');
  expect(fetched).toEqual(['program', 'packages/near', 'packages/far']);
  expect(await styleOf(phone.frame.locator('[class$=--card]'), 'color')).toBe('rgb(7, 8, 9)');
  await phone.tap('远处的卡片：第二句');
  await phone.seeText('{"words":"第二句"}');
  await phone.tap('再换一句');
  await phone.seeText('远处的卡片：第三句');
  expect(await phone.problems()).toEqual([]);
});

test('with lazyCodeLoading the script of a component with a placeholder runs when it is first drawn', async () => {
  phone = await fixture.open({ page: '/near/later' });
  await phone.seeText('远处的卡片：第一句');
  const ran = () => phone.frame.locator('body').evaluate('getApp().ran');
  expect(await ran()).toBeUndefined();
  await phone.tap('用到');
  await phone.seeText('用到才来：第一句');
  expect(await ran()).toBe(1);
  expect(await phone.problems()).toEqual([]);
});

test('a component whose package is there takes its place without a fetch', async () => {
  phone = await fixture.open({ page: '/far/far' });
  await phone.frame.locator('body').evaluate("wx.navigateTo({ url: '/near/later' })");
  await phone.seeText('远处的卡片：第一句');
  expect(fetched).toEqual(['program', 'packages/far', 'packages/near']);
});

test('a module of another package comes when it is asked for, and shares what the main package has', async () => {
  phone = await fixture.open({ page: '/near/later' });
  await phone.tap('远处的模块');
  await phone.seeText('["近处，远处问好",2]');
  await phone.tap('远处的模块，回调');
  await phone.seeText('"回调，远处问好"');
  await phone.tap('没有的模块');
  await phone.seeText(/"mod":"\.\/nowhere\.js","errMsg":"module/);
  expect(await phone.problems()).toEqual([]);
});

test('without a network placeholders stay, and the program hears why', async () => {
  phone = await fixture.open({ page: '/near/later', network: 'none' });
  await phone.seeText('先占着');
  await phone.seeText(/^\["subpackage",\["far"\],"loadSubpackage \\"far\\" fail/);
  await phone.tap('远处的模块');
  await phone.seeText(/^\{"mod":"far\/words\.js","errMsg":"loadSubpackage/);
});

test('a main package that WeChat would not take does not start and says why', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'heavy-'));
  mkdirSync(path.join(root, 'a'));
  const files = {
    'project.config.json': '{}',
    'app.json': '{"pages":["a/a"]}',
    'app.js': 'App({})',
    'a/a.js': 'Page({})',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(root, name), content);
  writeFileSync(path.join(root, 'a/a.wxml'), '<view>很重</view>');
  writeFileSync(path.join(root, 'big.png'), 'x'.repeat(2 * 1024 * 1024));
  const heavy = await openFixture(path.join(root, 'project.config.json'));
  const context = await heavy.browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.goto(`${heavy.url}/?frame=bare`);
    const alert = tab.frameLocator('#app').getByRole('alert');
    expect(await alert.textContent()).toMatch(/the main package: source size 2049KB exceed max limit 2MB/);
    expect(await tab.frameLocator('#app').locator('wx-page').count()).toBe(0);
  } finally {
    await context.close();
    await heavy.close();
    rmSync(root, { recursive: true });
  }
});
