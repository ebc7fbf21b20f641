import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';
import { styleOf } from './testing/style-of';

jest.setTimeout(60_000);

let themed: Fixture;
let plain: Fixture;
let phone: DrivenPhone | undefined;

beforeAll(async () => {
  [themed, plain] = await Promise.all([openFixture('themed'), openFixture('plain')]);
});
afterAll(async () => {
  await Promise.all([themed.close(), plain.close()]);
});
afterEach(async () => {
  expect(await phone?.problems()).toEqual([]);
  await phone?.close();
});

async function look({ frame, page }: DrivenPhone) {
  return {
    title: await styleOf(frame.locator('.title'), 'color'),
    page: await styleOf(frame.locator('wx-page'), 'background-color'),
    bar: await styleOf(page.locator('#navigation'), 'background-color'),
    barText: await styleOf(page.locator('#navigation h1'), 'color'),
    tabs: await styleOf(page.locator('#tabs'), 'background-color'),
    tab: await styleOf(page.locator('#tabs [aria-selected=true]'), 'color'),
  };
}

const LIGHT = {
  title: 'rgb(17, 17, 17)',
  page: 'rgb(255, 255, 255)',
  bar: 'rgb(240, 240, 240)',
  barText: 'rgb(0, 0, 0)',
  tabs: 'rgb(240, 240, 240)',
  tab: 'rgb(11, 122, 117)',
};
const DARK = {
  title: 'rgb(238, 238, 238)',
  page: 'rgb(32, 32, 32)',
  bar: 'rgb(16, 16, 16)',
  barText: 'rgb(255, 255, 255)',
  tabs: 'rgb(16, 16, 16)',
  tab: 'rgb(79, 195, 189)',
};

test('pages, bars and wx follow the phone into the dark and back, on the same page', async () => {
  phone = await themed.open();
  expect(await look(phone)).toEqual(LIGHT);
  await phone.setTheme('dark');
  await phone.seeText('{"theme":"dark","fontSizeSetting":17,"fontSizeScaleFactor":1,"heard":["dark"]}');
  expect(await look(phone)).toEqual(DARK);
  await phone.setTheme('light');
  await phone.seeText('{"theme":"light","fontSizeSetting":17,"fontSizeScaleFactor":1,"heard":["dark","light"]}');
  expect(await look(phone)).toEqual(LIGHT);
});

test('a phone that is dark from the start shows its dialogs dark too', async () => {
  phone = await themed.open({ theme: 'dark' });
  expect(await look(phone)).toEqual(DARK);
  await phone.tap('问');
  expect(await styleOf(phone.page.locator('.modal'), 'background-color')).toBe('rgb(44, 44, 44)');
  await phone.tap('确定');
});

test('a program without a dark look stays light and is told no theme', async () => {
  phone = await plain.open({ theme: 'dark', page: '/pages/device/device' });
  expect(await phone.frame.locator('html').getAttribute('data-theme')).toBe('light');
  expect(await phone.frame.locator('body').evaluate('wx.getAppBaseInfo().theme')).toBeUndefined();
});

test('a screen made wider tells the page, which stays', async () => {
  phone = await themed.open({ width: 390 });
  await phone.page.setViewportSize({ width: 768, height: 1024 });
  await phone.seeText('[768,768]');
});

test('text grows only where a page asks for the size of the person', async () => {
  phone = await themed.open({ textScale: 1.4 });
  await phone.seeText('{"theme":"light","fontSizeSetting":23.8,"fontSizeScaleFactor":1.4,"heard":[]}');
  expect(await styleOf(phone.frame.locator('.title'), 'font-size')).toBe('23.8px');
  expect(await styleOf(phone.frame.locator('.own'), 'font-size')).toBe('23.8px');
  expect(await styleOf(phone.frame.locator('.fixed'), 'font-size')).toBe('15.6px');
  // WeChat's own title stops growing at 20 px.
  expect(await styleOf(phone.page.locator('#navigation h1'), 'font-size')).toBe('20px');
});
