import { join } from 'node:path';
import { seededActivityId } from '../../seeds/activities-documents';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { root } from '../source-tree';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(180_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('activities');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

/** Where a button stands on the screen. */
async function middleOf(phone: Phone, name: string): Promise<{ x: number; y: number }> {
  const box = await phone.frame.getByRole('button', { name, exact: true }).first().boundingBox();
  if (!box) throw new Error(`no button ${name}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('an activity from notice to feedback', () => {
  let linXiao: Phone;
  let qianHui: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'), '/pages/community/community');
    qianHui = await product.phone(weChatOf('钱惠'), '/pages/community/community');
  });

  it('林晓 finds what is coming and signs up', async () => {
    await linXiao.tap('活动');
    await linXiao.seeText('周末陶艺课');
    await linXiao.keep('coming');
    await linXiao.tap('打开活动：三号温室开放日');
    await linXiao.seeText('已报 2 / 20');
    await linXiao.keep('activity');
    // With a nervous thumb: the second tap is for the button, not for the sheet that it opened.
    const { x, y } = await middleOf(linXiao, '报名');
    for (let tap = 0; tap < 2; tap += 1) await linXiao.page.touchscreen.tap(x, y);
    await linXiao.seeText('确认报名');
    await linXiao.keep('sign-up');
    await linXiao.tap('确认报名');
    await linXiao.seeText('已报 3 / 20');
    await linXiao.seeText('已报名');
    await linXiao.keep('signed-up');
  });

  it('钱惠, who organises it, shows the code; 林晓 scans it from that screen', async () => {
    await qianHui.tap('活动');
    await qianHui.tap('我组织的');
    await qianHui.tap('打开活动：三号温室开放日');
    await qianHui.tap('组织这次活动');
    await qianHui.seeText(/每 15 秒换一次/);
    await qianHui.seeText('林晓');
    await qianHui.keep('code');
    await linXiao.tap('扫码签到');
    await linXiao.keep('scanning');
    // Drawn anew, so that the code on the picture is not about to turn.
    const buffer = await qianHui.page.screenshot();
    await linXiao.tap('从相册选一张二维码');
    await linXiao.chooseFiles([{ name: 'code.png', mimeType: 'image/png', buffer }]);
    await linXiao.seeText('已签到，谢谢你来。');
    await linXiao.keep('checked-in');
  });

  it('both check in along the route, one by place and one by code, and see the one goal come nearer', async () => {
    await linXiao.tap('打卡路线');
    await linXiao.seeText('0 / 30 次');
    await linXiao.keep('route');
    await linXiao.tap('在三号温室西门按位置打卡');
    await linXiao.seeText(/位置不保存/);
    await linXiao.keep('at-a-point');
    await linXiao.tap('同意并打卡');
    await linXiao.seeText('1 / 30 次');
    await qianHui.back();
    await qianHui.tap('打卡路线');
    await qianHui.seeText('1 / 30 次');
    await qianHui.tap('展示成都办公室阳台的打卡码');
    await qianHui.seeText(/每 15 秒换一次/);
    await qianHui.keep('point-code');
    await linXiao.tap('扫码打卡');
    const buffer = await qianHui.page.screenshot();
    await linXiao.tap('从相册选一张二维码');
    await linXiao.chooseFiles([{ name: 'code.png', mimeType: 'image/png', buffer }]);
    await linXiao.seeText('2 / 30 次');
    await linXiao.seeText('我打过 2 / 3 个点');
    await linXiao.keep('route-walked');
    await linXiao.back();
    await qianHui.tap('收起');
    await qianHui.tap('设置路线');
    await qianHui.seeText('已有人打卡，不能去掉');
    await qianHui.tap('再加一个点');
    await qianHui.tap('保存路线');
    await qianHui.seeText('给这个点起个名字');
    await qianHui.keep('edit-route');
    await qianHui.tap('去掉打卡点 4');
    await qianHui.fill('例如：1000', '2');
    await qianHui.tap('保存路线');
    await qianHui.seeText('目标达成，谢谢每一个人！');
    await qianHui.keep('goal-reached');
    await qianHui.back();
    await qianHui.tap('组织这次活动');
  });

  it('林晓 says how it was, and the points have come', async () => {
    await linXiao.tap('说说这次活动');
    await linXiao.tap('提交');
    await linXiao.seeText('先点几颗星，再提交。');
    await linXiao.frame
      .locator('.t-rate__wrapper')
      .last()
      .tap({ position: { x: 180, y: 16 } });
    await linXiao.fill('哪里好，哪里可以更好', '番茄很甜，讲解也好。');
    await linXiao.keep('feedback');
    await linXiao.tap('提交');
    await linXiao.seeText('谢谢你来，也谢谢你的反馈。');
    await linXiao.keep('answered');
    const ledger = await product.phone(weChatOf('林晓'), '/packages/points/pages/ledger/ledger');
    await ledger.seeText(/三号温室开放日/);
    await ledger.keep('points-for-coming');
  });

  it('钱惠 gives it a cover that 林晓 sees once WeChat has judged it', async () => {
    await qianHui.back();
    await qianHui.tap('照片');
    await qianHui.seeText(/活动开始以后/);
    await qianHui.keep('no-photos');
    await qianHui.tap('换封面');
    await qianHui.chooseFiles(join(root, 'seeds/pictures/post-greenhouse.png'));
    await qianHui.seeText(/钱惠 · 封面/);
    await qianHui.keep('cover-added');
    await qianHui.back();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await linXiao.back();
    await linXiao.tap('打开活动：三号温室开放日');
    await linXiao.frame.getByLabel('三号温室开放日的封面').waitFor();
    await linXiao.keep('cover');
    await linXiao.tap('照片');
    await linXiao.seeText(/活动开始以后/);
    await linXiao.back();
    await qianHui.tap('组织这次活动');
  });

  it('林晓 adds a photo of the books, which 陈一诺 sees', async () => {
    const page = `/packages/activities/pages/photos/photos?id=${seededActivityId('books')}`;
    const camera = await product.phone(weChatOf('林晓'), page);
    await camera.tap('加照片');
    await camera.chooseFiles(join(root, 'seeds/pictures/post-book.png'));
    await camera.seeText('删除');
    await camera.keep('photo-added');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const viewer = await product.phone(weChatOf('陈一诺'), page);
    await viewer.frame.getByLabel('看林晓的第1张照片').waitFor();
    await viewer.keep('photos');
    const qian = await product.phone(weChatOf('钱惠'), page);
    await qian.tap('下架林晓的照片');
    await qian.fill('例如：有外来访客的正脸', '有孩子的名字，先收起来');
    await qian.keep('take-down');
    await qian.tap('确认下架');
    await qian.seeText(/已下架：有孩子的名字/);
  });

  it('钱惠 marks who forgot the phone, and sees that 林晓 was there', async () => {
    await qianHui.tap('登记陈一诺到场');
    await qianHui.keep('mark');
    await qianHui.tap('确认到场');
    await qianHui.seeText(/到场 2 人/);
    await qianHui.keep('attendance');
  });
});

it('周岚 publishes an activity that costs points and gives it up again; 陈一诺 has hers back', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('活动');
  await zhouLan.tap('发布活动');
  await zhouLan.tap('发布');
  await zhouLan.seeText('给活动起个名字');
  await zhouLan.keep('nothing-filled');
  await zhouLan.fill('例如：周末徒步', '九溪徒步');
  await zhouLan.fill('集合地点，或会议号', '九溪公交站');
  await zhouLan.fill('1 到 1000', '1');
  await zhouLan.fill('不填就是免费', '5');
  await zhouLan.tap('指定部门');
  await zhouLan.tap('发布');
  await zhouLan.seeText('选至少一个部门');
  await zhouLan.tap('市场部');
  await zhouLan.keep('filled');
  await zhouLan.tap('发布');
  await zhouLan.seeText('已报 0 / 1');
  await zhouLan.seeText('市场部');
  await zhouLan.keep('published');
  const chen = await product.phone(weChatOf('陈一诺'), '/packages/activities/pages/activities/activities');
  await chen.tap('打开活动：九溪徒步');
  await chen.tap('报名');
  await chen.seeText(/报名会花 5 积分/);
  await chen.tap('确认报名');
  await chen.seeText('已报 1 / 1');
  await chen.keep('paid-seat');
  await zhouLan.tap('组织这次活动');
  await zhouLan.tap('修改活动安排');
  await zhouLan.seeText(/会收到一条消息，写明改了什么/);
  await zhouLan.seeText(/已经有人报名，费用不再改/);
  await zhouLan.tap('公益');
  await zhouLan.fill('集合地点，或会议号', '龙井村口');
  await zhouLan.keep('change');
  await zhouLan.tap('保存修改');
  await zhouLan.seeText(/龙井村口/);
  const inbox = await product.phone(weChatOf('陈一诺'), '/packages/inbox/pages/inbox/inbox');
  await inbox.seeText(/地点：九溪公交站 → 龙井村口；类型：线下 → 公益/);
  await inbox.keep('told-of-the-change');
  await zhouLan.tap('取消这次活动');
  await zhouLan.fill('例如：周六有暴雨，换个周末再办', '周六有暴雨');
  await zhouLan.keep('cancel');
  await zhouLan.tap('取消活动');
  await zhouLan.seeText(/这次活动已经取消/);
  const again = await product.phone(weChatOf('陈一诺'), '/packages/points/pages/ledger/ledger');
  await again.seeText(/九溪徒步/);
  await again.keep('paid-back');
});

it('without network the list shows what was there, and checking in says so', async () => {
  const gu = await product.phone(weChatOf('顾怀远'), '/packages/activities/pages/activities/activities');
  await gu.tap('打开活动：三号温室开放日');
  await gu.seeText('按位置签到');
  await gu.setNetwork('none');
  await gu.tap('按位置签到');
  await gu.keep('place');
  await gu.tap('同意并签到');
  await gu.seeText(/网络好像断了/);
  await gu.keep('offline');
});
