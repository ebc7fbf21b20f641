import { personOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('inbox');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const badge = (phone: Phone, text: string) =>
  phone.frame.getByLabel(`${text} 条未读消息`).filter({ visible: true }).first();

describe('somebody joins', () => {
  it('and finds one message waiting, which welcomes them', async () => {
    const page = `/packages/people/pages/person/person?id=${personOf('许知夏')}`;
    const zhouLan = await product.phone(weChatOf('周岚'), page);
    await zhouLan.tap('发放入职码');
    await zhouLan.tap('发放');
    const shown = zhouLan.frame.locator('[aria-label^="入职码 "]').filter({ visible: true });
    const code = (await shown.getAttribute('aria-label'))?.replace('入职码 ', '') ?? '';
    const newcomer = await product.phone('new-phone', '/packages/people/pages/join/join');
    await newcomer.fill('工牌上或 HR 给的', 'YS-0060');
    await newcomer.fill('8 位字母和数字', code);
    await newcomer.tap('加入');
    await newcomer.seeText('欢迎你，许知夏');
    await newcomer.tap('开始今天');
    await badge(newcomer, '2').waitFor();
    await newcomer.tap('我的');
    await newcomer.tap(/^消息/);
    await newcomer.seeText('欢迎来到同路');
    await newcomer.keep('welcome');
  });
});

describe('林晓 reads what she was told', () => {
  let linXiao: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'));
  });

  it('sees on every tab that two messages are unread', async () => {
    await badge(linXiao, '2').waitFor();
    await linXiao.keep('badge-on-today');
    await linXiao.tap('我的');
    await badge(linXiao, '2').waitFor();
    await linXiao.keep('badge-on-me');
  });

  it('finds them above those that she read', async () => {
    await linXiao.tap(/^消息/);
    await linXiao.seeText('2 条未读');
    await linXiao.seeText('连续签到 12 天');
    await linXiao.keep('inbox');
  });

  it('opens the page that a message is about, and it is read', async () => {
    await linXiao.tap('连续签到 12 天');
    await linXiao.seeText(/兑换.*桌面绿植/);
    expect(await linXiao.route()).toContain('packages/points/pages/ledger/ledger');
    await linXiao.back();
    await linXiao.seeText('1 条未读');
    await linXiao.keep('one-read');
  });

  it('reads the rest at once, and the badge is gone', async () => {
    await linXiao.tap('全部已读');
    await linXiao.seeText('都看过了');
    await linXiao.keep('all-read');
    await linXiao.back();
    expect(
      await linXiao.frame
        .getByLabel(/条未读消息$/)
        .filter({ visible: true })
        .count(),
    ).toBe(0);
  });
});

describe('林晓 says when WeChat may remind her', () => {
  let linXiao: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'), '/packages/inbox/pages/inbox/inbox');
  });

  /** Waits until the cloud has it: nobody leaves the page within a tenth of a second. */
  const stored = async (expected: object) => {
    const settings = () => product.simulator.cloud.documents('noticeSettings');
    for (
      let look = 0;
      look < 50 && JSON.stringify(settings()).indexOf(JSON.stringify(expected).slice(1, -1)) < 0;
      look += 1
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(settings()).toMatchObject([expected]);
  };
  const reopen = async () => {
    await linXiao.back();
    await linXiao.seeText('都看过了');
    await linXiao.tap('提醒设置');
    await linXiao.notSeeText('都看过了');
  };

  it('accepts two of three kinds in WeChat’s own dialog, and sees how often she will be reminded', async () => {
    await linXiao.tap('提醒设置');
    await linXiao.seeText('不会提醒');
    await linXiao.keep('settings');
    await linXiao.tap('允许提醒我');
    const dialog = linXiao.page.getByRole('dialog');
    await dialog.getByText('新消息提醒').first().click();
    await linXiao.keep('wechat-asks');
    await dialog.getByText('允许', { exact: true }).click();
    await linXiao.seeText('好，下次有事会在微信里提醒你。');
    await linXiao.seeText('还能提醒 1 次');
    await linXiao.keep('accepted');
  });

  it('switches a kind off, and finds it off the next time', async () => {
    await linXiao.frame.getByRole('switch', { name: '社区互动' }).tap();
    await stored({ muted: ['community'] });
    await reopen();
    await linXiao.seeText('社区互动');
    expect(await linXiao.frame.getByRole('switch', { name: '社区互动' }).getAttribute('aria-checked')).toBe('false');
  });

  it('has no quiet hours once she switches them off', async () => {
    await linXiao.seeText('次日 08:00');
    await linXiao.keep('one-kind-off');
    await linXiao.frame.getByRole('switch', { name: '免打扰' }).tap();
    await stored({ quiet: null });
    await linXiao.notSeeText('次日 08:00');
    await linXiao.keep('no-quiet-hours');
    await reopen();
    await linXiao.seeText('哪些事在微信里提醒');
    expect(await linXiao.frame.getByRole('switch', { name: '免打扰' }).getAttribute('aria-checked')).toBe('false');
  });

  it('binds the employee relation, and may end it again', async () => {
    await linXiao.tap('绑定用工关系，一直提醒');
    const dialog = linXiao.page.getByRole('dialog');
    await dialog.getByText('允许', { exact: true }).click();
    await dialog.getByText('工作消息提醒').first().waitFor();
    await dialog.getByText('允许', { exact: true }).click();
    await linXiao.seeText('已绑定用工关系，有事会直接提醒你。');
    await linXiao.keep('bound');
    await linXiao.tap('解除绑定');
    await linXiao.seeText('解除用工关系？');
    await linXiao.keep('ending');
  });
});
