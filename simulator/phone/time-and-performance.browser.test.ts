import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('packs');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open();
});
afterEach(() => phone.close());

const inProgram = (expression: string): Promise<unknown> => phone.frame.locator('body').evaluate(expression);

test('the program’s Date follows the switch beside the phone, and so does the clock of the status bar', async () => {
  const hours = '[new Date(0).getHours(), new Date(0).toLocaleTimeString("zh-CN")]';
  expect(await inProgram(hours)).toEqual([8, '08:00:00']);
  await phone.setTimeZone('America/New_York');
  expect(await inProgram(hours)).toEqual([19, '19:00:00']);
  const shown = new Intl.DateTimeFormat('zh-CN', { hour: 'numeric', minute: '2-digit', timeZone: 'America/New_York' });
  const minute = 60_000;
  const now = [new Date(Date.now() - minute), new Date()].map((moment) => shown.format(moment));
  expect(now).toContain(await phone.page.locator('#clock').textContent());
  await phone.page.reload();
  await phone.seeText('远处');
  expect(await inProgram(hours)).toEqual([19, '19:00:00']);
  await phone.setTimeZone('');
  expect(await inProgram(hours)).toEqual([8, '08:00:00']);
});

interface Entry {
  name: string;
  entryType: string;
  duration?: number;
  [detail: string]: unknown;
}

test('a program can measure launch, route, scripts, packages and the first render', async () => {
  const seen = '(window.seen = [], wx.getPerformance().createObserver((list) => seen.push(...list.getEntries())))';
  await inProgram(`${seen}.observe({ entryTypes: ['navigation', 'render', 'loadPackage'] })`);
  await phone.tap('远处');
  await phone.seeText(/远处到了/);
  const entries = (await inProgram('wx.getPerformance().getEntries()')) as Entry[];
  const find = (name: string, detail: object) =>
    expect(entries).toContainEqual(expect.objectContaining({ name, ...detail }));
  const some = expect.any(Number);
  find('appLaunch', { entryType: 'navigation', path: 'home/home', duration: some });
  find('route', { navigationType: 'navigateTo', path: 'far/far', referrerPath: 'home/home', duration: some });
  find('firstRender', { entryType: 'render', path: 'far/far', duration: some });
  find('evaluateScript', { entryType: 'script', moduleName: '__APP__', fileList: ['app.js'] });
  find('downloadPackage', { entryType: 'loadPackage', packageName: '__APP__', packageSize: some });
  find('downloadPackage', { packageName: 'far' });
  const heard = (await inProgram('seen.map(({ name }) => name)')) as string[];
  expect(heard).toEqual(expect.arrayContaining(['downloadPackage', 'route', 'firstRender']));
  expect(heard).not.toContain('appLaunch');
  const downloads = await inProgram('wx.getPerformance().getEntriesByName("downloadPackage")');
  expect((downloads as Entry[]).every(({ packageSize }) => Number(packageSize) > 0)).toBe(true);
  expect(await inProgram('(wx.getPerformance().setBufferSize(2), wx.getPerformance().getEntries().length)')).toBe(2);
});
