import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
let linXiao: Phone;
let zhouLan: Phone;
beforeAll(async () => {
  product = await openProduct('mall');
  linXiao = await product.phone(weChatOf('林晓'), '/packages/points/pages/mall/mall');
  zhouLan = await product.phone(weChatOf('周岚'), '/packages/points/pages/redemptions/redemptions');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

it('the mall says of each gift what 林晓 can do about it, and shows one shelf at a time', async () => {
  await linXiao.seeText('已结束');
  await linXiao.keep('mall');
  await linXiao.tap('吃喝');
  await linXiao.seeText('年货礼盒');
  await linXiao.notSeeText('晴雨伞');
  await linXiao.keep('shelf');
  await linXiao.tap('全部');
});

it('a code is redeemed, shown once, and afterwards only as seen', async () => {
  await linXiao.tap('视频会员周卡');
  await linXiao.seeText('每月 2 件，你已兑 0 件');
  await linXiao.keep('code-gift');
  await linXiao.tap('兑换');
  await linXiao.tap('花 30 积分兑换');
  await linXiao.seeText('兑换成功');
  await linXiao.tap('查看兑换码');
  await linXiao.keep('reveal-asked');
  await linXiao.tap('查看');
  await linXiao.seeText(/^YS-DEMO-/);
  await linXiao.keep('code-shown');
  await linXiao.tap('我记下了');
  await linXiao.seeText(/查看过，兑换码不再显示/);
  await linXiao.keep('code-seen');
});

it('林晓 keeps what they save for, and reads how far it is', async () => {
  const wishes = await product.phone(weChatOf('林晓'), '/packages/points/pages/wishes/wishes');
  await wishes.seeText('晴雨伞');
  await wishes.seeText(/还差 \d+ 积分/);
  await wishes.keep('wishes');
  await wishes.tap('从心愿单移除购书券 100 元');
  await wishes.notSeeText('购书券 100 元');
  const gift = await product.phone(weChatOf('林晓'), '/packages/points/pages/gift/gift?id=seed-gift-mug');
  await gift.tap('加入心愿单');
  await gift.seeText('已加入心愿单');
});

it('林晓 pays into what the team pays together', async () => {
  const pools = await product.phone(weChatOf('林晓'), '/packages/points/pages/pools/pools');
  await pools.seeText('研发楼层的咖啡机');
  await pools.keep('pools');
  await pools.tap('参与研发楼层的咖啡机');
  await pools.seeText('可用 90 积分，你已付 0 积分');
  await pools.fill('例如：20', '25');
  await pools.keep('pool-paying');
  await pools.tap('付积分');
  await pools.seeText('已有 25 / 600 积分');
  await pools.keep('pool-paid');
});

it('HR sees who asked for what, by how it is handed over', async () => {
  await zhouLan.seeText('待发放');
  await zhouLan.keep('queue');
  await zhouLan.tap('配送');
  await zhouLan.seeText('没有等待发放的礼品，都处理完了。');
  await zhouLan.tap('已发放');
  await zhouLan.tap('全部方式');
  await zhouLan.tap('退回林晓的桌面绿植');
  await zhouLan.keep('refund');
  await zhouLan.tap('再想想');
});

it('HR revises a gift and plans its price; who has no right is told so', async () => {
  const gifts = await product.phone(weChatOf('周岚'), '/packages/points/pages/gifts/gifts');
  await gifts.seeText('视频会员周卡');
  await gifts.keep('gifts');
  await gifts.tap('给视频会员周卡补货');
  await gifts.keep('codes-upload');
  await gifts.tap('再想想');
  await gifts.tap('给视频会员周卡改价');
  await gifts.keep('price');
  await gifts.tap('再想想');
  await gifts.tap('修改视频会员周卡');
  await gifts.seeText('怎么发放');
  await gifts.keep('revise');
  const liRong = await product.phone(weChatOf('李蓉'), '/packages/points/pages/new-gift/new-gift');
  await liRong.seeText(/只对全公司的 HR 开放/);
  await liRong.keep('no-right');
  const desk = await product.phone(weChatOf('周岚'), '/packages/points/pages/pools/pools');
  await desk.seeText(/价值 2600.00 元/);
  await desk.tap('发起一起凑');
  await desk.keep('pool-open');
});
