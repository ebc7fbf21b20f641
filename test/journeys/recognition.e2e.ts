import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('recognition');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const pages = '/packages/recognition/pages';

describe('a thank-you with points', () => {
  let linXiao: Phone;
  let chenYinuo: Phone;

  it('is written, seen as it will look, and sent', async () => {
    linXiao = await product.phone(weChatOf('林晓'), '/pages/me/me');
    chenYinuo = await product.phone(weChatOf('陈一诺'), '/pages/me/me');
    await linXiao.tap('感恩卡');
    await linXiao.seeText(/发布会前一晚/);
    await linXiao.keep('received');
    await linXiao.tap('大家');
    await linXiao.seeText(/第一次见大客户/);
    await linXiao.keep('wall');
    await linXiao.tap('送一张感恩卡');
    await linXiao.seeText('感谢谁');
    await linXiao.tap('送出');
    await linXiao.seeText('先选要感谢的同事');
    await linXiao.keep('send-empty');
    await linXiao.fill('输入同事的名字', '陈');
    await linXiao.tap('陈一诺');
    await linXiao.fill('具体的一件事，比“谢谢”更动人', '谢谢你把发布会的海报改到第七版，现场每个人都在拍照。');
    await linXiao.tap('追求极致');
    await linXiao.tap('星夜');
    await linXiao.frame.locator('.t-stepper__plus, [class*="stepper__plus"]').filter({ visible: true }).first().tap();
    await linXiao.seeText('附 5 积分');
    await linXiao.keep('send-filled');
    await linXiao.tap('送出');
    await linXiao.seeText(/已送到 陈一诺 手里/);
    await linXiao.keep('sent');
  });

  it('reaches the receiver: a message opens the card, the points are there with their reason', async () => {
    await chenYinuo.tap(/^消息/);
    await chenYinuo.tap('林晓送了你一张感恩卡');
    await chenYinuo.seeText(/改到第七版/);
    await chenYinuo.keep('card-received');
    await chenYinuo.back();
    await chenYinuo.back();
    await chenYinuo.tap('积分流水');
    await chenYinuo.seeText('+5');
    await chenYinuo.keep('points-of-the-card');
  });

  it('is boosted by a colleague from their own points to give', async () => {
    const wangLei = await product.phone(weChatOf('王磊'), `${pages}/thanks-wall/thanks-wall`);
    await wangLei.tap('林晓致陈一诺的感恩卡');
    await wangLei.tap('为这张卡助力');
    await wangLei.keep('boost');
    await wangLei.tap('每人加 2 积分');
    await wangLei.seeText('你已助力');
    await wangLei.keep('boosted');
  });

  it('is remembered in the year', async () => {
    await chenYinuo.back();
    await chenYinuo.tap('感恩卡');
    await chenYinuo.tap('看看今年的感恩回忆');
    await chenYinuo.seeText('收到的感谢');
    await chenYinuo.keep('year');
  });
});

describe('a birthday', () => {
  it('colleagues sign before the day, in secret', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), `${pages}/care-to-sign/care-to-sign`);
    await linXiao.tap('签名给顾怀远');
    await linXiao.fill('例如：愿你每天都有好心情', '谢谢你总是先听我们说完。生日快乐！');
    await linXiao.keep('sign');
    await linXiao.tap('签上名字');
    await linXiao.seeText('已签 · 修改');
    await linXiao.keep('signed');
  });

  it('comes on the morning of the day', async () => {
    const { clock } = product.simulator.cloud;
    const inTwoDays = new Date(clock.now().getTime() + 2 * 86_400_000);
    const day = new Date(inTwoDays.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    await clock.set(new Date(`${day}T08:30:00.000+08:00`));
    await product.simulator.cloud.runTimer('recognition', 'minute');
    const guHuaiyuan = await product.phone(weChatOf('顾怀远'), '/packages/inbox/pages/inbox/inbox');
    await guHuaiyuan.tap('生日快乐，2 位同事为你签了名');
    await guHuaiyuan.seeText('2 位同事为你签了名');
    await guHuaiyuan.seeText('谢谢你总是先听我们说完。生日快乐！');
    await guHuaiyuan.tap('查看卡号');
    await guHuaiyuan.tap('查看');
    await guHuaiyuan.seeText(/8800 2026/);
    await guHuaiyuan.keep('birthday-gift-card');
    await guHuaiyuan.tap('我记下了');
    await guHuaiyuan.seeText(/卡号不再显示/);
    await guHuaiyuan.keep('birthday-card');
  });

  it('can be declined for the next time', async () => {
    const guHuaiyuan = await product.phone(weChatOf('顾怀远'), `${pages}/my-care/my-care`);
    await guHuaiyuan.seeText('生日祝福');
    await guHuaiyuan.keep('my-care');
  });
});

describe('HR', () => {
  let zhouLan: Phone;

  it('reads a doubtful card and says why it is not shown', async () => {
    zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await zhouLan.tap('待看的感恩卡');
    await zhouLan.seeText(/报销单一次就齐/);
    await zhouLan.keep('review');
    await zhouLan.tap('不展示马会敏的卡');
    await zhouLan.fill('例如：含有联系方式，去掉后可以再送', '请去掉微信号，再送一次');
    await zhouLan.keep('refuse');
    await zhouLan.tap('不展示并告诉作者');
    await zhouLan.seeText('没有等你看的感恩卡。内容检查拿不准的会到这里。');
    await zhouLan.keep('review-empty');
    await zhouLan.back();
  });

  it('changes what a work anniversary says, and congratulates somebody', async () => {
    await zhouLan.tap('关怀规则');
    await zhouLan.seeText('入职周年');
    await zhouLan.keep('care-rules');
    await zhouLan.tap('入职周年');
    await zhouLan.seeText('当天告诉');
    await zhouLan.keep('care-rule');
    await zhouLan.tap('保存');
    await zhouLan.notSeeText('当天告诉');
    await zhouLan.tap('电子礼品卡');
    await zhouLan.seeText('还有 5 张');
    await zhouLan.tap('给麦田蛋糕卡补卡号');
    await zhouLan.fill('一行一张卡', '8800 2027 0001 密码 A1\n8800 2027 0002 密码 A2');
    await zhouLan.tap('补上');
    await zhouLan.seeText('还有 7 张');
    await zhouLan.keep('gift-cards');
    await zhouLan.tap('麦田蛋糕卡的发卡记录');
    await zhouLan.seeText('顾怀远');
    await zhouLan.keep('gift-card-draws');
    await zhouLan.tap('补卡批次');
    await zhouLan.tap(/^撤回这批：2 张/);
    await zhouLan.tap('撤回没发出的');
    await zhouLan.seeText('撤回了 2 张。现在还有 5 张可以发。');
    await zhouLan.keep('gift-card-batches');
    await zhouLan.back();
    await zhouLan.seeText('还有 5 张');
    await zhouLan.tap('计税价值');
    await zhouLan.tap('生成');
    await zhouLan.seeText(/人，一共 \d+ 元。/);
    await zhouLan.keep('gift-card-values');
    await zhouLan.tap('关闭');
    await zhouLan.back();
    await zhouLan.tap('祝贺一位同事');
    await zhouLan.fill('输入同事的名字', '林');
    await zhouLan.tap('林晓');
    await zhouLan.fill('例如：高级工程师', '高级前端工程师');
    await zhouLan.keep('congratulate');
    await zhouLan.tap('送出祝贺');
    await zhouLan.seeText('祝贺一位同事');
    const linXiao = await product.phone(weChatOf('林晓'), '/packages/inbox/pages/inbox/inbox');
    await linXiao.tap('祝贺晋升');
    await linXiao.seeText('林晓，祝贺你晋升为高级前端工程师！努力都被看见。');
    await linXiao.keep('promotion');
  });
});
