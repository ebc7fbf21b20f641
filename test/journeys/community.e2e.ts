import { join } from 'node:path';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { root } from '../source-tree';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('community');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe("a post's life", () => {
  let linXiao: Phone;
  let tang: Phone;
  let zhouLan: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'));
    tang = await product.phone(weChatOf('唐思远'), '/pages/community/community');
    zhouLan = await product.phone(weChatOf('周岚'), '/pages/community/community');
  });

  it('林晓 reads what colleagues wrote, and likes it', async () => {
    await linXiao.tap('社区');
    await linXiao.seeText(/三号温室的番茄红了/);
    await linXiao.keep('feed');
    await linXiao.tap('提问');
    await linXiao.seeText(/灌溉控制器/);
    await linXiao.keep('questions');
    await linXiao.tap('全部');
  });

  it('writes a post with a picture, a topic and a colleague named in it', async () => {
    await linXiao.tap('发动态');
    await linXiao.tap('发布');
    await linXiao.seeText('先写点什么再发布');
    await linXiao.keep('nothing-written');
    await linXiao.fill('今天有什么想和同事说的', '晚霞落在三号温室上，');
    await linXiao.tap('提到同事');
    await linXiao.fill('输入姓名', '唐');
    await linXiao.tap('提到唐思远');
    await linXiao.fill('例如：徒步', '温室日记');
    await linXiao.tap('添加');
    await linXiao.tap('添加图片');
    await linXiao.chooseFiles(join(root, 'seeds/pictures/post-greenhouse.png'));
    await linXiao.seeText('去掉第1张图片');
    await linXiao.keep('written');
    await linXiao.tap('发布');
    await linXiao.seeText(/晚霞落在三号温室上/);
    await linXiao.keep('just-published');
  });

  it('once WeChat has judged the picture, 唐思远 sees it, likes it and comments', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await tang.tap('提问');
    await tang.tap('全部');
    await tang.seeText(/晚霞落在三号温室上/);
    await tang.tap(/打开林晓的内容：晚霞/);
    await tang.tap('赞，0人赞过');
    await tang.seeText('取消赞，1人赞过');
    await tang.fill('说点什么', '成都今天也是晴天。');
    await tang.tap('发送');
    await tang.seeText('评论 1');
    await tang.keep('commented');
  });

  it('林晓 answers, and changes a word of the post', async () => {
    await linXiao.back();
    await linXiao.seeText(/晚霞落在三号温室上/);
    await linXiao.tap(/打开林晓的内容：晚霞/);
    await linXiao.tap('回复唐思远');
    await linXiao.fill('说点什么', '下次来杭州一起看。');
    await linXiao.tap('发送');
    await linXiao.seeText('评论 2');
    await linXiao.seeText(/回复 唐思远/);
    await linXiao.keep('answered');
    await linXiao.tap('修改');
    await linXiao.fill('今天有什么想和同事说的', '晚霞落在三号温室上，@唐思远 看。');
    await linXiao.tap('提到同事');
    await linXiao.fill('输入姓名', '钱惠');
    await linXiao.tap('提到钱惠');
    await linXiao.keep('edit-mention');
    await linXiao.tap('保存修改');
    await linXiao.seeText(/改过/);
    await linXiao.keep('edited');
    await product.simulator.cloud.runTimer('community', 'minute');
    const qian = await product.phone(weChatOf('钱惠'), '/packages/inbox/pages/inbox/inbox');
    await qian.seeText('林晓提到了你');
  });

  it('puts a second picture before the first; the draft keeps both until they are saved', async () => {
    await linXiao.tap('修改');
    await linXiao.seeText('去掉第1张图片');
    await linXiao.tap('添加图片');
    await linXiao.chooseFiles(join(root, 'seeds/pictures/post-tea.png'));
    await linXiao.tap('前移第2张图片');
    await linXiao.back();
    await linXiao.tap('修改');
    await linXiao.seeText('这是上次没有保存的修改。');
    await linXiao.seeText('去掉第2张图片');
    await linXiao.keep('edit-draft');
    await linXiao.tap('保存修改');
    await linXiao.seeText(/改过/);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await tang.back();
    await tang.tap(/打开林晓的内容：晚霞/);
    await tang.seeText('看第2张图片');
    await tang.keep('second-picture');
  });

  it('唐思远 reports it, and 周岚 takes it down with a reason', async () => {
    await tang.tap('举报');
    await tang.tap('其他');
    await tang.keep('report');
    await tang.tap('提交举报');
    await tang.seeText('已收到举报');
    await zhouLan.tap('管理');
    await zhouLan.tap('内容审核');
    await zhouLan.seeText(/有同事举报（其他）/);
    await zhouLan.keep('reviews');
    await zhouLan.tap('下架林晓的动态');
    await zhouLan.fill('例如：照片里有客户的名称，请打码后再发', '照片里看得到客户的车牌');
    await zhouLan.keep('take-down');
    await zhouLan.tap('下架并告知作者');
    await zhouLan.notSeeText('下架林晓的动态');
    await zhouLan.tap('已处理');
    await zhouLan.seeText(/照片里看得到客户的车牌/);
    await zhouLan.keep('decided');
  });

  it('林晓 sees why and appeals; 周岚 lets it come back', async () => {
    await linXiao.back();
    await linXiao.tap('我的动态和收藏');
    await linXiao.tap(/打开林晓的内容：晚霞/);
    await linXiao.seeText('照片里看得到客户的车牌');
    await linXiao.keep('taken-down');
    await linXiao.tap('申诉');
    await linXiao.fill('为什么应该恢复', '那是我们自己的巡检车');
    await linXiao.tap('提交申诉');
    await linXiao.seeText('已申诉，等待结果');
    await linXiao.keep('appealed');
    await zhouLan.tap('待审核');
    await zhouLan.seeText(/作者申诉：那是我们自己的巡检车/);
    await zhouLan.keep('appeal-in-queue');
    await zhouLan.tap('让林晓的动态通过');
    await zhouLan.tap('通过并显示');
    await zhouLan.notSeeText('让林晓的动态通过');
    await tang.back();
    await tang.tap('提问');
    await tang.tap('全部');
    await tang.seeText(/晚霞落在三号温室上/);
    await tang.keep('restored');
  });

  it('words that WeChat finds risky stay a draft', async () => {
    await tang.tap('发动态');
    await tang.fill('今天有什么想和同事说的', '谁要来赌博');
    await tang.tap('发布');
    await tang.seeText(/没有通过内容安全检查/);
    await tang.keep('refused');
  });
});

it('王磊, who is leaving, chooses to stand unnamed, and finds his choice again', async () => {
  const wang = await product.phone(weChatOf('王磊'), '/packages/people/pages/my-record/my-record');
  await wang.tap('离职后的署名');
  await wang.tap('不署名');
  await wang.seeText('已保存');
  await wang.back();
  await wang.tap('离职后的署名');
  await wang.frame.getByRole('radio', { name: '不署名', checked: true }).waitFor();
  await wang.keep('byline');
});

it('what 唐思远 follows stands first and says why, until it is switched off', async () => {
  const tang = await product.phone(weChatOf('唐思远'), '/pages/community/community');
  await tang.tap('看话题温室日记');
  await tang.tap('关注');
  await tang.seeText('取消关注');
  await tang.tap('看全部');
  await tang.seeText('因为你关注 #温室日记');
  await tang.keep('followed');
  await tang.tap(/为什么看到这条：因为你关注/);
  await tang.seeText(/只有你看得到自己关注了什么/);
  await tang.keep('why');
  await tang.tap('取消关注温室日记');
  await tang.tap('知道了');
  await tang.notSeeText('因为你关注 #温室日记');
});

it('without network the feed shows what was there, and a comment stays a draft', async () => {
  const chen = await product.phone(weChatOf('陈一诺'), '/pages/community/community');
  await chen.seeText(/三号温室的番茄红了/);
  await chen.tap(/打开陈一诺的内容：三号温室/);
  await chen.seeText('评论 3');
  await chen.setNetwork('none');
  await chen.fill('说点什么', '今天还有');
  await chen.tap('发送');
  await chen.seeText(/网络好像断了/);
  await chen.keep('offline-comment');
  await chen.back();
  await chen.seeText(/更新于/);
  await chen.seeText(/三号温室的番茄红了/);
  await chen.keep('offline-feed');
});
