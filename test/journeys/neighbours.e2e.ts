import { seededClubId } from '../../seeds/clubs-documents';
import { seededPostId } from '../../seeds/community-documents';
import { seededArticleId } from '../../seeds/news-documents';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
let linXiao: Phone;
let zhouLan: Phone;
beforeAll(async () => {
  product = await openProduct('neighbours');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe('a suggestion', () => {
  it('is written without a name and reaches HR', async () => {
    linXiao = await product.phone(weChatOf('林晓'), '/pages/community/community');
    await linXiao.seeText('制度建议');
    await linXiao.keep('community');
    await linXiao.tap('制度建议');
    await linXiao.seeText('每周两天可以远程办公');
    await linXiao.keep('suggestions');
    await linXiao.tap('提一条建议');
    await linXiao.tap('提交建议');
    await linXiao.seeText('用一句话说清楚想改什么');
    await linXiao.keep('empty');
    await linXiao.tap('学习与发展');
    await linXiao.fill('例如：远程办公', '每季度一天技术分享日');
    await linXiao.fill('现在哪里不方便，你觉得可以怎么改', '各部门轮流讲，录像放进学习里，没到场的也能看。');
    await linXiao.keep('written');
    await linXiao.tap('提交建议');
    await linXiao.seeText('等待答复');
    await linXiao.keep('made');
  });

  it('is supported by a colleague, who stays unnamed', async () => {
    const chenYinuo = await product.phone(weChatOf('陈一诺'), '/packages/suggestions/pages/suggestions/suggestions');
    await chenYinuo.tap('打开建议：每季度一天技术分享日');
    await chenYinuo.tap('支持');
    await chenYinuo.seeText('取消支持');
    await chenYinuo.keep('supported');
  });

  it('is taken up, adopted and done by HR', async () => {
    zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await zhouLan.tap('制度建议');
    await zhouLan.tap('打开建议：每季度一天技术分享日');
    await zhouLan.tap('开始研究');
    await zhouLan.fill('例如：先问各部门主管，再看对客户的影响', '先问问各部门谁愿意讲第一次。');
    await zhouLan.keep('consider');
    await zhouLan.tap('开始并告诉作者');
    await zhouLan.seeText('研究中');
    await product.simulator.cloud.runTimer('suggestions', 'minute');
    await zhouLan.tap('采纳');
    await zhouLan.fill('打算怎么做，什么时候开始', '采纳，一月开始，研发部讲第一次。');
    await zhouLan.tap('采纳并告诉大家');
    await zhouLan.seeText('已采纳');
    await zhouLan.tap('写上我们做了什么');
    await zhouLan.fill('例如：三个楼层都换好了，排队少了一半', '第一次来了 31 人，录像已经放进学习。');
    await zhouLan.tap('写上');
    await zhouLan.seeText('我们做了');
    await zhouLan.keep('done');
  });

  it('stands on the board, and its author is told and has the points', async () => {
    await linXiao.back();
    await linXiao.tap('你说 → 我们做了');
    await linXiao.seeText('第一次来了 31 人，录像已经放进学习。');
    await linXiao.keep('board');
    const inbox = await product.phone(weChatOf('林晓'), '/packages/inbox/pages/inbox/inbox');
    await inbox.seeText('你的建议被采纳了');
    await inbox.keep('told');
  });
});

describe('a good answer', () => {
  it('is proposed by a colleague and published by HR, who sees whom many are helped by', async () => {
    const phone = await product.phone(
      weChatOf('林晓'),
      `/packages/community/pages/post/post?id=${seededPostId('irrigation')}`,
    );
    await phone.tap('推荐到常见问题');
    await phone.seeText('已推荐');
    const hr = await product.phone(weChatOf('周岚'), '/packages/community/pages/faq/faq?which=toReview');
    await hr.tap(/^审阅/);
    await hr.keep('faq-review');
    await hr.tap('发布');
    await hr.tap('已发布');
    await hr.seeText(/王磊的回答/);
    await hr.keep('faq');
    await hr.tap('意见领袖');
    await hr.seeText('帮到了 3 位同事');
    await hr.keep('opinion-leaders');
    await hr.tap('给王磊送上荣誉');
    await hr.seeText('荣誉');
    await hr.keep('honour');
  });
});

describe('a club', () => {
  it('is joined, written into and run by its organiser', async () => {
    const phone = await product.phone(weChatOf('陈一诺'), '/packages/community/pages/clubs/clubs');
    await phone.seeText('跑步社');
    await phone.keep('clubs');
    await phone.tap('打开社团：跑步社');
    await phone.tap('加入社团');
    await phone.tap('在社团里发动态');
    await phone.fill('今天有什么想和同事说的', '周三第一次跟大家跑，求慢一点！');
    await phone.tap('发布');
    await phone.seeText(/求慢一点/);
    await phone.back();
    await phone.seeText('退出社团');
    await phone.keep('club');
    const organiser = await product.phone(weChatOf('顾怀远'), '/packages/community/pages/clubs/clubs');
    await organiser.tap('打开社团：跑步社');
    await organiser.tap('打理社团');
    await organiser.keep('club-run');
  });

  it('loses a member, who hears why, and is closed while its posts stay', async () => {
    const members = `/packages/community/pages/club-members/club-members?id=${seededClubId('running')}`;
    const organiser = await product.phone(weChatOf('顾怀远'), members);
    await organiser.fill('找成员的名字', '陈');
    await organiser.page.keyboard.press('Enter');
    await organiser.notSeeText('林晓');
    await organiser.keep('club-member-found');
    await organiser.tap('移出陈一诺');
    await organiser.tap('移出并告诉对方');
    await organiser.seeText('写一句为什么，对方会看到。');
    await organiser.fill('为什么移出，对方会看到', '想跑的话请找读书会的同事一起');
    await organiser.keep('club-remove');
    await organiser.tap('移出并告诉对方');
    await organiser.tap('清除');
    await organiser.seeText('允许再加入');
    await organiser.keep('club-members');
    await organiser.visit({ page: `/packages/community/pages/club/club?id=${seededClubId('running')}` });
    await organiser.tap('关闭社团');
    await organiser.fill('为什么关闭，成员会看到', '江边在修路，明年春天再说');
    await organiser.keep('club-close');
    await organiser.tap('关闭并告诉成员');
    await organiser.seeText('关闭的原因：江边在修路，明年春天再说');
    await organiser.seeText(/求慢一点/);
    await organiser.notSeeText('在社团里发动态');
    await organiser.keep('club-closed');
    await product.simulator.cloud.runTimer('community', 'minute');
    const removed = await product.phone(weChatOf('陈一诺'), '/packages/inbox/pages/inbox/inbox');
    await removed.seeText('你被移出了社团「跑步社」');
    const member = await product.phone(weChatOf('林晓'), '/packages/inbox/pages/inbox/inbox');
    await member.seeText('社团「跑步社」关闭了');
    await member.keep('club-told');
  });
});

describe('a must-read', () => {
  it('is missed by name', async () => {
    const readers = `/packages/community/pages/readers/readers?id=${seededArticleId('flexible')}`;
    const hr = await product.phone(weChatOf('周岚'), readers);
    await hr.tap('还没读');
    await hr.seeText('还没加入');
    await hr.keep('not-read');
  });
});
