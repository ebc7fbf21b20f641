import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(180_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('classroom');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const sessions = '/packages/classroom/pages/sessions/sessions';

describe('a session from sign-up to feedback', () => {
  let linXiao: Phone;
  let qianHui: Phone;
  let maHuimin: Phone;

  it('林晓 takes the last seat, 马会敏 waits and moves up when 陈一诺 gives hers back', async () => {
    linXiao = await product.phone(weChatOf('林晓'), sessions);
    await linXiao.seeText('急救与 AED 使用');
    await linXiao.keep('coming');
    await linXiao.tap('打开班次：番茄病害识别');
    await linXiao.tap('报名');
    await linXiao.keep('sign-up');
    await linXiao.tap('确认报名');
    await linXiao.seeText('已报 3 / 3');
    await linXiao.keep('signed-up');
    maHuimin = await product.phone(weChatOf('马会敏'), sessions);
    await maHuimin.tap('打开班次：番茄病害识别');
    await maHuimin.tap('排候补');
    await maHuimin.tap('确认候补');
    await maHuimin.seeText('候补第 1 位');
    await maHuimin.keep('waiting');
    const chenYinuo = await product.phone(weChatOf('陈一诺'), sessions);
    await chenYinuo.tap('打开班次：番茄病害识别');
    await chenYinuo.tap('取消报名');
    await chenYinuo.keep('leave');
    await chenYinuo.frame.locator('.sheet').getByText('取消报名', { exact: true }).last().tap();
    await chenYinuo.seeText('已报 3 / 3');
    await maHuimin.back();
    await maHuimin.tap('我的');
    await maHuimin.tap('打开班次：番茄病害识别');
    await maHuimin.seeText('已报名');
    await maHuimin.keep('moved-up');
  });

  it('钱惠, who teaches, shows the code; 林晓 scans it, 马会敏 is marked by hand', async () => {
    qianHui = await product.phone(weChatOf('钱惠'), sessions);
    await qianHui.tap('我主讲的');
    await qianHui.tap('打开班次：番茄病害识别');
    await qianHui.tap('上这堂课');
    await qianHui.seeText(/每 15 秒换一次/);
    await qianHui.seeText('林晓');
    await qianHui.keep('code');
    await linXiao.tap('扫码签到');
    // Drawn anew, so that the code on the picture is not about to turn.
    const buffer = await qianHui.page.screenshot();
    await linXiao.tap('从相册选一张二维码');
    await linXiao.chooseFiles([{ name: 'code.png', mimeType: 'image/png', buffer }]);
    await linXiao.seeText('已签到。课后说两句，还有积分。');
    await linXiao.keep('signed-in');
    await qianHui.tap('登记马会敏到场');
    await qianHui.fill('没有迟到就留空', '5');
    await qianHui.keep('mark');
    await qianHui.tap('确认到场');
    await qianHui.seeText(/迟到 5 分钟/);
    await qianHui.keep('marked');
  });

  it('林晓 says how it was, and the points have come', async () => {
    await linXiao.tap('说说这堂课');
    await linXiao.tap('提交');
    await linXiao.seeText('课程和讲师都点几颗星，再提交。');
    const stars = linXiao.frame.locator('.t-rate__wrapper').filter({ visible: true });
    await stars.first().tap({ position: { x: 170, y: 15 } });
    await stars.last().tap({ position: { x: 130, y: 15 } });
    await linXiao.fill('哪里好，哪里可以更好', '三种叶子摆在一起，一下就懂了。');
    await linXiao.keep('feedback');
    await linXiao.tap('提交');
    await linXiao.seeText(/谢谢你的反馈/);
    await linXiao.keep('answered');
    const ledger = await product.phone(weChatOf('林晓'), '/packages/points/pages/ledger/ledger');
    await ledger.seeText(/番茄病害识别/);
  });
});

it('顾怀远 records the last result of his workshop, 周岚 arranges a make-up session for who was absent', async () => {
  const gu = await product.phone(weChatOf('顾怀远'), sessions);
  await gu.tap('我主讲的');
  await gu.tap('打开班次：把话说清楚：高效沟通工作坊');
  await gu.tap('上这堂课');
  await gu.seeText(/5 份反馈：课程 4.6 分/);
  await gu.tap('登记钱惠的结果');
  await gu.fill('不打分就留空', '86');
  await gu.keep('grade');
  await gu.frame.locator('.sheet').getByText('登记', { exact: true }).tap();
  await gu.seeText(/通过 86 分/);
  await gu.keep('graded');
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('培训班次');
  await zhouLan.keep('arranged');
  await zhouLan.tap('打开班次：把话说清楚：高效沟通工作坊');
  await zhouLan.tap('上这堂课');
  await zhouLan.tap('给缺席的 1 人补课');
  await zhouLan.keep('make-up');
  await zhouLan.tap('安排并通知');
  const wang = await product.phone(weChatOf('王磊'), sessions);
  await wang.tap('我的');
  await wang.seeText('已报名');
  await wang.keep('make-up-of-wang');
  await zhouLan.back();
  await zhouLan.back();
  await zhouLan.tap('开一个班');
  await zhouLan.tap('开班');
  await zhouLan.seeText('选一位同事主讲');
  await zhouLan.keep('nothing-filled');
});
