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
    linXiao = await product.phone(weChatOf('林晓'), '/pages/growth/growth');
    await linXiao.tap('线下培训');
    await linXiao.seeText('急救与 AED 使用');
    await linXiao.seeText(/钱惠、马会敏主讲/);
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
    await maHuimin.back();
    await maHuimin.tap('我主讲的');
    await maHuimin.tap('打开班次：急救与 AED 使用');
    await maHuimin.tap('上这堂课');
    await maHuimin.seeText('赵启明');
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

it('顾怀远 records the last result of his workshop', async () => {
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
});

it('钱惠 makes a picture of her certificate; a visitor checks it, and sees that HR took it back', async () => {
  const qian = await product.phone(weChatOf('钱惠'), '/pages/me/me');
  await qian.tap(/^消息/);
  await qian.tap('证书到了：把话说清楚：高效沟通工作坊');
  await qian.tap('出示把话说清楚：高效沟通工作坊的证书');
  await qian.seeText(/核验码/);
  await qian.keep('certificate');
  const said = await qian.frame
    .getByText(/核验码/)
    .last()
    .innerText();
  await qian.tap('做成图片');
  await qian.page.locator('[class*="preview"] img').first().waitFor();
  await qian.keep('certificate-picture');
  const code = said.replace(/[^A-Z2-7]/g, '');
  const page = '/packages/certificates/pages/certificate/certificate';
  const visitor = await product.phone('seed-visitor', page);
  await visitor.fill('20 位核验码', 'A'.repeat(20));
  await visitor.tap('核验');
  await visitor.seeText(/没有找到这个编号的证书/);
  await visitor.keep('certificate-unknown');
  const checked = await product.phone('seed-visitor', `${page}?code=${code}`);
  await checked.seeText('真实有效');
  await checked.seeText('钱*');
  await checked.keep('certificate-valid');
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('发出的证书');
  await zhouLan.tap('撤销钱惠的证书');
  await zhouLan.fill('例如：结果登记错了人', '成绩登记错了');
  await zhouLan.keep('revoke');
  await zhouLan.tap('撤销证书');
  await zhouLan.seeText(/已撤销：成绩登记错了/);
  const again = await product.phone('seed-visitor', `${page}?code=${code}`);
  await again.seeText('已被撤销');
  await again.keep('certificate-revoked');
});

it('周岚 arranges a make-up session for who was absent, and a session needs a trainer', async () => {
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
