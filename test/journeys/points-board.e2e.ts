import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
let zhouLan: Phone;
beforeAll(async () => {
  product = await openProduct('points-board');
  zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe('周岚 looks after the points economy', () => {
  it('sees on the board what was issued and what came back, and the lines behind a week', async () => {
    await zhouLan.tap('积分看板');
    await zhouLan.seeText('每周发放与回收');
    await zhouLan.seeText('攒够一件礼品要多久');
    await zhouLan.keep('board');
    await zhouLan.tap('看这一周的每一笔');
    await zhouLan.seeText(/新人训练营/);
    await zhouLan.keep('booked-lines');
    await zhouLan.back();
  });

  it('tries other terms before she changes a rule', async () => {
    await zhouLan.tap('积分规则');
    await zhouLan.seeText('通过培训');
    await zhouLan.keep('rules');
    await zhouLan.tap('阅读公司新闻');
    await zhouLan.seeText('改成');
    await zhouLan.keep('rule');
    await zhouLan.fill('0 表示停用', '1');
    await zhouLan.tap('先试算');
    await zhouLan.seeText('六个月后大家手里的积分');
    await zhouLan.seeText('差别最大的人');
    await zhouLan.keep('rule-trial');
    await zhouLan.back();
    await zhouLan.tap('改规则');
    await zhouLan.seeText('什么时候生效');
    await zhouLan.fill('例如：阅读人数多，先把每天的次数降下来', '读新闻的人够多了');
    await zhouLan.keep('rule-change');
    await zhouLan.back();
    await zhouLan.back();
  });

  it('tries another price', async () => {
    await zhouLan.tap('调价试算');
    await zhouLan.fill('例如：150', '30');
    await zhouLan.tap('试算');
    await zhouLan.seeText('现在就换得起');
    await zhouLan.keep('price-trial');
    await zhouLan.back();
  });

  it('looks at what stands out, and notes what came of it', async () => {
    await zhouLan.tap('值得看一眼');
    await zhouLan.seeText('总是到上限');
    await zhouLan.keep('findings');
    await zhouLan.tap('看过了：马会敏，总是到上限');
    await zhouLan.fill('例如：问过了，那几天在值夜班', '她负责汇编周报');
    await zhouLan.tap('记下');
    await zhouLan.seeText('没有需要看的，一切如常。');
    await zhouLan.keep('findings-done');
    await zhouLan.back();
  });

  it('sets from where on she is told', async () => {
    await zhouLan.tap('设置提醒线');
    await zhouLan.seeText('超过时通知我');
    await zhouLan.keep('thresholds');
    await zhouLan.tap('保存提醒线');
    await zhouLan.seeText('每周发放与回收');
  });

  it('takes along what payroll needs', async () => {
    await zhouLan.tap('计税价值');
    await zhouLan.seeText('计税价值合计');
    await zhouLan.keep('value-sheet');
    await zhouLan.back();
    await zhouLan.back();
  });
});

describe('林晓 asks about a line', () => {
  it('and 周岚 puts it right', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), '/packages/points/pages/ledger/ledger');
    await linXiao.tap(/兑换「桌面绿植」/);
    await linXiao.tap('这笔不对');
    await linXiao.fill('例如：那天参加了两场活动，只记了一场', '绿植送来的时候已经枯了一半');
    await linXiao.keep('ask');
    await linXiao.tap('交给 HR');
    await linXiao.seeText('等 HR 答复');
    await linXiao.keep('asked');

    await zhouLan.tap('积分疑问');
    await zhouLan.seeText(/绿植送来的时候/);
    await zhouLan.keep('point-cases');
    await zhouLan.tap(/^答复/);
    await zhouLan.tap(/更正积分/);
    await zhouLan.fill('例如：20 或 -20', '20');
    await zhouLan.fill('例如：那天签到时系统在维护，已经补上了', '抱歉，先补 20 积分，花也会换一盆');
    await zhouLan.keep('answer');
    await zhouLan.tap('发给本人');
    await zhouLan.seeText('没有人在等答复。');

    await linXiao.back();
    await linXiao.tap(/兑换「桌面绿植」/);
    await linXiao.seeText('HR 已更正 +20 积分');
    await linXiao.keep('answered');
  });
});
