import { join } from 'node:path';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { root } from '../source-tree';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('points');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe('林晓 checks in and spends', () => {
  let linXiao: Phone;
  let zhouLan: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'));
    zhouLan = await product.phone(weChatOf('周岚'));
  });

  it('checks in once: the streak counts on, the points come with their cause', async () => {
    await linXiao.seeText(/，林晓$/);
    await linXiao.seeText('12');
    await linXiao.keep('today');
    await linXiao.tap('签到 +5');
    await linXiao.seeText('已签到');
    await linXiao.seeText('13');
    await linXiao.seeText('125');
    await linXiao.keep('checked-in');
  });

  it('sees in the ledger where each point came from', async () => {
    await linXiao.tap('全部流水');
    await linXiao.seeText(/兑换.*桌面绿植/);
    await linXiao.seeText('本月可赠积分');
    await linXiao.seeText(/^其中 \d+ 积分可以用到/);
    await linXiao.keep('ledger');
    await linXiao.back();
  });

  it('sees in the mall what is within reach and how far the rest is', async () => {
    await linXiao.tap('积分商城');
    await linXiao.seeText('还差 25 积分');
    await linXiao.keep('mall');
  });

  it('redeems a gift, and is told what was spent and what happens next', async () => {
    await linXiao.tap('团队咖啡券');
    await linXiao.seeText('礼品说明');
    await linXiao.keep('gift');
    await linXiao.tap('兑换');
    await linXiao.seeText('125 → 65 积分');
    await linXiao.keep('confirm');
    await linXiao.tap('花 60 积分兑换');
    await linXiao.seeText(/兑换成功/);
    await linXiao.keep('redeemed');
  });

  it('HR finds the redemption among the decisions of today and hands it out', async () => {
    await zhouLan.seeText('等你决定');
    await zhouLan.keep('hr-today');
    await zhouLan.tap('管理');
    await zhouLan.seeText('员工花名册');
    await zhouLan.keep('hr-admin');
    await zhouLan.tap('兑换处理');
    await zhouLan.seeText(/林晓/);
    await zhouLan.keep('hr-redemptions');
    await zhouLan.tap('发放团队咖啡券给林晓');
    await zhouLan.seeText('确认已经把礼品交给 林晓。发放以后不能再取消。');
    await zhouLan.keep('hr-fulfil');
    await zhouLan.tap('已交给本人');
    await zhouLan.notSeeText('发放团队咖啡券给林晓');
  });

  it('and the phone of 林晓 says so', async () => {
    await linXiao.tap('我的兑换');
    await linXiao.seeText('团队咖啡券');
    await linXiao.seeText('已发放');
    await linXiao.keep('my-redemptions');
  });

  it('what HR cancels comes back with the reason: points, and the piece on the shelf', async () => {
    const chenYinuo = await product.phone(weChatOf('陈一诺'));
    await chenYinuo.seeText('积分商城');
    await zhouLan.tap('取消陈一诺的云杉马克杯');
    await zhouLan.fill('例如：这批保温杯有瑕疵，换货后再通知', '这一批杯子有裂纹，换货后再通知');
    await zhouLan.keep('hr-cancel');
    await zhouLan.tap('取消并退回积分');
    await zhouLan.notSeeText('取消陈一诺的云杉马克杯');
    await chenYinuo.tap('我的');
    await chenYinuo.tap('我的兑换');
    await chenYinuo.tap(/云杉马克杯/);
    await chenYinuo.seeText(/这一批杯子有裂纹/);
    await chenYinuo.keep('cancelled');
    await chenYinuo.back();
    await chenYinuo.back();
    await chenYinuo.tap('积分流水');
    await chenYinuo.seeText('+120');
    await chenYinuo.keep('refund-in-ledger');
  });
});

describe('HR adds a gift', () => {
  it('with a picture, and employees find it in the mall', async () => {
    const zhouLan = await product.phone(weChatOf('周岚'), '/packages/points/pages/gifts/gifts');
    await zhouLan.seeText('团队咖啡券');
    await zhouLan.keep('hr-gifts');
    await zhouLan.tap('添加礼品');
    await zhouLan.tap('上架');
    await zhouLan.keep('new-gift-problems');
    await zhouLan.fill('例如：保温杯', '云杉帆布袋');
    await zhouLan.fill('例如：120', '45');
    await zhouLan.fill('例如：20', '30');
    await zhouLan.tap('选择图片');
    await zhouLan.chooseFiles(join(root, 'seeds/pictures/tote.png'));
    await zhouLan.seeText('换一张图片');
    await zhouLan.keep('new-gift');
    await zhouLan.tap('上架');
    await zhouLan.seeText('云杉帆布袋');
    await zhouLan.keep('hr-gifts-after');
    const tang = await product.phone(weChatOf('唐思远'), '/packages/points/pages/mall/mall');
    await tang.seeText('云杉帆布袋');
    await tang.keep('mall-with-new-gift');
  });
});

it('what happened is there after a restart', async () => {
  await product.restart();
  const linXiao = await product.phone(weChatOf('林晓'));
  await linXiao.seeText('已签到');
  await linXiao.seeText('65');
  await linXiao.keep('after-restart');
});
