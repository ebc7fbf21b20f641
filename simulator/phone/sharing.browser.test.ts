import type { DrivenPhone } from './drive-phone';
import { type Fixture, openFixture } from './testing/open-fixture';

jest.setTimeout(60_000);

let fixture: Fixture;
let phone: DrivenPhone;

beforeAll(async () => {
  fixture = await openFixture('sharing');
});
afterAll(() => fixture.close());
beforeEach(async () => {
  phone = await fixture.open({ page: '/gift/gift' });
});
afterEach(() => phone.close());

const openMenu = (): Promise<void> => phone.page.getByRole('button', { name: '更多' }).tap();

test('a button shares what the page says of its target: title, picture and path, and nothing is rewarded', async () => {
  await phone.tap('分享');
  await phone.seeText('转发给朋友');
  await phone.seeText('一只杯子');
  await phone.seeText('/gift/gift?id=9');
  await phone.seeText(/不能因此给奖励/);
  expect(await phone.page.getByAltText('卡片的图片').getAttribute('src')).toBe('/app/files/images/dot.svg');
  await phone.tap('取消');
  expect(await phone.problems()).toEqual([]);
});

test('the menu shares what the page has promised, and Moments get a title and a query of their own', async () => {
  await openMenu();
  await phone.tap('转发给朋友');
  await phone.seeText('想好了的标题');
  await phone.seeText('/gift/gift?from=menu');
  await phone.seeText('当前页面的截图');
  await phone.tap('取消');
  await openMenu();
  await phone.tap('分享到朋友圈');
  await phone.seeText('朋友圈里的杯子');
  await phone.seeText('/gift/gift?id=9');
});

test('a card opens on the phone of somebody new', async () => {
  await phone.tap('分享');
  await phone.tap('用新访客的手机点开');
  await phone.page.waitForURL(/as=visitor-/);
  await phone.seeText('发文件');
  expect(await phone.route()).toBe('/gift/gift?id=9');
});

test('a page may hide its menu and show it again; one that cannot be shared says so', async () => {
  await phone.tap('藏起来');
  await openMenu();
  await phone.seeText('当前页面不可转发');
  await phone.tap('取消');
  await phone.tap('放出来');
  await openMenu();
  await phone.seeText('分享到朋友圈');
  await phone.tap('取消');
  await phone.tap('去安静的一页');
  await phone.seeText('这一页不分享');
  await openMenu();
  await phone.seeText('当前页面不可转发');
});

test('a file is sent or not, and the program hears which', async () => {
  await phone.tap('发文件');
  await phone.seeText('清单.json');
  await phone.seeText('7 B');
  await phone.tap('取消');
  await phone.seeText('shareFileMessage:fail cancel');
  await phone.tap('发文件');
  await phone.tap('发送');
  await phone.seeText('shareFileMessage:ok');
});

describe('a page that is open in Moments', () => {
  const open = async (): Promise<void> => {
    await phone.close();
    phone = await fixture.open({ as: 'zhou', page: '/look/look?id=9', scene: 1154 });
  };

  test("is a single page: no login, no other page, no tab bar, storage of its own, the bars are WeChat's", async () => {
    await open();
    await phone.seeText('场景 1154，browseOnly，抽屉里没有');
    await phone.seeText('login:fail not supported in single page mode');
    expect(await phone.page.locator('#tabs').isVisible()).toBe(false);
    await phone.page.locator('#navigation').getByText('看一眼').waitFor();
    await phone.tap('去别处');
    await phone.seeText('请前往小程序使用完整服务');
    await phone.seeText('navigateTo:fail not supported in single page mode');
    await phone.tap('问云');
    await phone.seeText(/cloud.callFunction:fail/);
    await phone.tap('分享按钮');
    await phone.notSeeText('转发给朋友');
    expect(await phone.route()).toBe('/look/look?id=9');
    expect(await phone.problems()).toEqual([]);
  });

  test('leads into the program, which has everything', async () => {
    await open();
    await phone.seeText('login:fail not supported in single page mode');
    await phone.page.getByRole('button', { name: '前往小程序' }).tap();
    await phone.seeText('场景 1155，default，抽屉里没有');
    await phone.seeText('login:ok');
    expect(await phone.page.locator('#tabs').isVisible()).toBe(true);
    await phone.tap('去别处');
    await phone.seeText('这一页不分享');
  });

  test('is what the card for Moments opens, with the query of the page that was shared', async () => {
    await phone.close();
    phone = await fixture.open({ page: '/look/look?id=9' });
    await openMenu();
    await phone.tap('分享到朋友圈');
    await phone.tap('用新访客的手机点开');
    await phone.page.waitForURL(/scene=1154/);
    await phone.seeText('场景 1154，browseOnly，抽屉里没有');
    expect(await phone.route()).toBe('/look/look?id=9');
  });
});
