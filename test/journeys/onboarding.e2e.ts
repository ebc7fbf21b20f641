import { readFileSync } from 'node:fs';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { addDays, momentOn } from '../../shared/kernel/day';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(240_000);

const pages = '/packages/onboarding/pages';
const diploma = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
let product: Product;
beforeAll(async () => {
  product = await openProduct('onboarding');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

/** The clock moves on to a day of 何雨桐's month, and the timers fire. */
async function moveTo(day: number, time: string): Promise<void> {
  const { cloud } = product.simulator;
  const first = cloud.documents('onboardingRuns').find(({ name }) => name === '何雨桐')?.startsOn;
  await cloud.clock.set(momentOn(addDays(String(first), day), time));
  await cloud.runTimer('people', 'minute');
  await cloud.runTimer('onboarding', 'minute');
}

describe('from the accepted offer to the thirtieth day', () => {
  it('周岚 adds 江一帆 and begins the run with a buddy', async () => {
    const zhou = await product.phone(weChatOf('周岚'), '/packages/people/pages/new-hire/new-hire');
    await zhou.tap('新增');
    await zhou.seeText('写上姓名');
    await zhou.keep('new-hire-empty');
    await zhou.fill('和证件一致', '江一帆');
    await zhou.fill('例如：YS-0062', 'YS-0099');
    await zhou.fill('选一个，或写新的', '研发部');
    await zhou.fill('例如：后端工程师', '后端工程师');
    await zhou.fill('输入同事的名字', '顾怀');
    await zhou.tap('顾怀远');
    await zhou.keep('new-hire-filled');
    await zhou.tap('新增');
    await zhou.seeText('开始入职流程');
    await zhou.keep('new-person');
    await zhou.tap('开始入职流程');
    await zhou.seeText('谁要入职');
    await zhou.fill('输入同事的名字', '林');
    await zhou.tap('林晓');
    await zhou.keep('start');
    await zhou.tap('开始 1 位同事的入职');
    await zhou.seeText('已开始');
    await zhou.keep('started');
  });

  it('何雨桐 hands in her papers, reads her buddy and writes 认识我 before her first day', async () => {
    const he = await product.phone(weChatOf('何雨桐'), '/pages/home/home');
    await he.tap('我的入职安排');
    await he.seeText('团队想对你说');
    await he.seeText(/我是一诺/);
    await he.seeText(/学完「积分与感恩」，另外指派 · .*前 · 还没开始/);
    await he.keep('before-day-one');
    await he.tap('交身份证');
    await he.tap('提交');
    await he.seeText('先选一张照片或一个 PDF。');
    await he.tap('拍照或选照片');
    const buffer = await he.page.screenshot();
    await he.chooseFiles([{ name: 'id.png', mimeType: 'image/png', buffer }]);
    await he.keep('paper');
    await he.tap('提交');
    await he.seeText('收回');
    await he.keep('paper-handed-in');
    await he.tap('交学历证明');
    await he.tap('从聊天选 PDF');
    const pdf = { name: '毕业证书 何雨桐.pdf', mimeType: 'application/pdf', buffer: Buffer.from(diploma) };
    await he.chooseFiles([pdf]);
    await he.seeText('毕业证书 何雨桐.pdf');
    await he.keep('paper-pdf');
    await he.tap('提交');
    await he.seeText('收回学历证明');
    await he.tap('认识我');
    await he.fill('例如：做过三年农业产品，喜欢往田里跑', '做过三年农业产品，喜欢往田里跑');
    await he.tap('保存');
    await he.seeText('删除这张卡');
    await he.keep('my-card');
  });

  it('HR sees who is stuck with whom; 赵启明 mends it', async () => {
    const zhou = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await zhou.tap('入职看板');
    await zhou.seeText(/赵启明/);
    await zhou.keep('board');
    const zhao = await product.phone(weChatOf('赵启明'), `${pages}/my-list/my-list`);
    await zhao.seeText('准备电脑');
    await zhao.keep('it-list');
    await zhao.tap(/准备电脑，/);
    await zhao.keep('it-sheet');
    await zhao.tap('我已完成');
    await zhao.notSeeText(/许知夏/);
    await zhou.visit({ page: `${pages}/board/board` });
    await zhou.tap('卡住了');
    await zhou.seeText('没有卡住的入职。');
    await zhou.keep('board-none-stuck');
    await zhou.tap('进行中');
    await zhou.tap(/许知夏，/);
    await zhou.seeText('改派一项任务');
    await zhou.keep('run-as-hr');
    await zhou.tap(/^交学历证明，/);
    await zhou.fill('说明（卡住或不适用时必填）', '学校还在补办');
    await zhou.keep('paper-sheet-as-hr');
    await zhou.tap('不适用');
    await zhou.seeText(/^交学历证明，.*不适用/);
    const run = product.simulator.cloud.documents('onboardingRuns').find(({ name }) => name === '何雨桐');
    await zhou.visit({ page: `${pages}/papers/papers?id=${String(run?._id)}` });
    const opened = zhou.page.waitForEvent('download');
    await zhou.tap('打开学历证明 PDF');
    expect(readFileSync(await (await opened).path(), 'utf8')).toBe(diploma);
    await zhou.keep('papers-as-hr');
  });

  it('孙倩 comes back, and sees what changed while she was away', async () => {
    const zhou = await product.phone(weChatOf('周岚'), '/packages/people/pages/new-hire/new-hire');
    await zhou.fill('和证件一致', '孙倩');
    await zhou.fill('例如：YS-0062', 'YS-0027');
    await zhou.fill('选一个，或写新的', '市场部');
    await zhou.fill('例如：后端工程师', '内容主编');
    await zhou.fill('输入同事的名字', '陈一');
    await zhou.tap('陈一诺');
    await zhou.tap('回来的同事');
    await zhou.keep('returning-hire');
    await zhou.tap('新增');
    await zhou.tap('开始入职流程');
    await zhou.fill('输入同事的名字', '林');
    await zhou.tap('林晓');
    await zhou.tap('开始 1 位同事的入职');
    await zhou.seeText('已开始');
    const sun = await product.phone(weChatOf('孙倩'), `${pages}/my-onboarding/my-onboarding`);
    await sun.seeText('离开期间的变化');
    await sun.seeText('弹性工作怎么申请：一页说清楚');
    await sun.seeText(/^必读 · .*入职后可以读/);
    await sun.keep('returning');
    await sun.tap(/课程「认识云杉」更新了/);
    await sun.seeText('认识云杉');
    await sun.back();
  });

  it('on the first day 何雨桐 is welcomed, and her buddy and manager know', async () => {
    await moveTo(0, '08:30');
    const he = await product.phone(weChatOf('何雨桐'), '/packages/inbox/pages/inbox/inbox');
    await he.seeText('欢迎加入，何雨桐！');
    await he.keep('welcome');
    await he.tap('欢迎加入，何雨桐！');
    await he.seeText(/入职第/);
    await he.keep('day-one');
    const chen = await product.phone(weChatOf('陈一诺'), '/pages/home/home');
    await chen.seeText('新同事入职：有事等你做');
    await chen.keep('buddy-today');
    await chen.tap('去看看');
    await chen.tap(/带新同事走一圈/);
    await chen.tap('我已完成');
    await chen.seeText('已完成');
    await chen.keep('buddy-run');
  });

  it('林晓 says hello from her list, and by that the activity is done', async () => {
    const lin = await product.phone(weChatOf('林晓'), `${pages}/my-list/my-list`);
    await lin.tap(/^跟新同事打个招呼，/);
    await lin.keep('hello-sheet');
    await lin.tap('写欢迎的话');
    await lin.seeText(/^欢迎(孙倩|江一帆)$/);
    await lin.keep('hello');
    await lin.fill('例如：第一天九点半我在前台等你，中午一起吃饭', '欢迎，我在门口接你。');
    await lin.tap('送出');
    await lin.seeText(/^跟新同事打个招呼，.*已完成/);
    await lin.back();
  });

  it('on the seventh day the buddy hears first what is still open', async () => {
    await moveTo(7, '09:30');
    const chen = await product.phone(weChatOf('陈一诺'), '/packages/inbox/pages/inbox/inbox');
    await chen.seeText(/何雨桐入职第 7 天：还有/);
    await chen.keep('day-seven');
  });

  it('before the month is over she answers three questions, and 顾怀远 replies', async () => {
    await moveTo(30, '09:30');
    const he = await product.phone(weChatOf('何雨桐'), `${pages}/my-onboarding/my-onboarding`);
    await he.tap('回答三个问题');
    await he.tap('提交');
    await he.seeText('三个问题都点几颗星，再提交。');
    const stars = he.frame.locator('.t-rate__wrapper');
    for (const index of [0, 1, 2]) await stars.nth(index).tap({ position: { x: 150, y: 14 } });
    await he.fill('还想说的，写给你的上级和 HR', '同事都很照顾我。');
    await he.keep('check');
    await he.tap('提交');
    await he.seeText(/已交给上级/);
    await he.keep('day-thirty');
    const gu = await product.phone(weChatOf('顾怀远'), '/packages/inbox/pages/inbox/inbox');
    await gu.tap('何雨桐填了三十天回访');
    await gu.tap('写回复');
    await gu.fill('看到了什么、接下来会做什么', '工具文档下周我们一起补。');
    await gu.tap('回复');
    await gu.seeText(/上级回复/);
    await gu.keep('replied');
    await he.visit({ page: `${pages}/my-onboarding/my-onboarding` });
    await he.seeText(/工具文档下周/);
  });

  it('孙倩, back by now, reads what she missed', async () => {
    const sun = await product.phone(weChatOf('孙倩'), `${pages}/my-onboarding/my-onboarding`);
    await sun.tap(/弹性工作怎么申请/);
    await sun.seeText('谁可以申请');
    await sun.keep('missed-article');
  });

  it('a template is changed without touching what has begun', async () => {
    const zhou: Phone = await product.phone(weChatOf('周岚'), `${pages}/templates/templates`);
    await zhou.keep('templates');
    await zhou.tap('打开模板：通用入职');
    await zhou.seeText('加一项任务');
    await zhou.tap('加一项任务');
    await zhou.tap('学完课程');
    await zhou.tap('好了');
    await zhou.seeText('写上要做什么。');
    await zhou.frame.locator('.sheet-body input').first().fill('学会现场安全');
    await zhou.tap('好了');
    await zhou.seeText('选一门课程。');
    await zhou.tap('办公与现场安全');
    await zhou.keep('activity-sheet');
    await zhou.tap('好了');
    await zhou.seeText('学会现场安全');
    await zhou.tap('保存');
    await zhou.seeText('打开模板：通用入职');
    await zhou.tap('打开模板：通用入职');
    await zhou.seeText('学会现场安全');
    await zhou.keep('template');
  });
});
