import { join } from 'node:path';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { root } from '../source-tree';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('news');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe('an article from the editor to its readers', () => {
  let linXiao: Phone;
  let zhouLan: Phone;
  beforeAll(async () => {
    linXiao = await product.phone(weChatOf('林晓'), '/pages/community/community');
    zhouLan = await product.phone(weChatOf('周岚'), '/packages/community/pages/articles/articles');
  });

  it('HR writes it piece by piece, for one department', async () => {
    await zhouLan.seeText(/弹性工作怎么申请/);
    await zhouLan.keep('articles');
    await zhouLan.tap('写一篇');
    await zhouLan.tap('发布');
    await zhouLan.seeText('请写标题。');
    await zhouLan.fill('标题', '研发部搬家指南');
    await zhouLan.fill('一句话摘要（可以不填）', '周五打包，周一到四楼');
    await zhouLan.fill('写一段', '<b>周五下午三点</b>开始打包，行政送纸箱到工位。');
    await zhouLan.tap('加列表');
    await zhouLan.fill('一行一条', '显示器贴好姓名\n绿植自己带');
    await zhouLan.tap('加图片');
    await zhouLan.tap('选第3段的图片');
    await zhouLan.chooseFiles(join(root, 'seeds/pictures/post-forest.png'));
    await zhouLan.tap('指定部门');
    await zhouLan.tap('研发部');
    await zhouLan.keep('editor');
    await zhouLan.tap('发布');
    await zhouLan.seeText('研发部搬家指南');
    await zhouLan.keep('articles-after');
  });

  it('林晓 finds it, and reading too fast does not count', async () => {
    await linXiao.tap('新闻');
    await linXiao.seeText('研发部搬家指南');
    await linXiao.keep('news');
    await linXiao.tap('读：研发部搬家指南');
    await linXiao.seeText(/<b>周五下午三点<\/b>/);
    await linXiao.keep('article');
    await linXiao.tap('我读完了');
    await linXiao.seeText(/读得太快啦/);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    await linXiao.tap('我读完了');
    await linXiao.seeText('你已读完');
    await linXiao.keep('read');
  });

  it('a colleague of another department does not see it', async () => {
    const chen = await product.phone(weChatOf('陈一诺'), '/pages/community/community');
    await chen.tap('新闻');
    await chen.seeText(/弹性工作怎么申请/);
    await chen.notSeeText('研发部搬家指南');
  });

  it('HR sees who has read, changes the title, and takes it back', async () => {
    await zhouLan.tap('谁读过研发部搬家指南');
    await zhouLan.seeText('林晓');
    await zhouLan.keep('readers');
    await zhouLan.back();
    await zhouLan.tap('修改研发部搬家指南');
    await zhouLan.fill('标题', '研发部搬家指南（更新）');
    await zhouLan.keep('editor-of-standing');
    await zhouLan.tap('发布');
    await zhouLan.seeText('研发部搬家指南（更新）');
    await zhouLan.tap('撤下研发部搬家指南（更新）');
    await zhouLan.tap('撤下文章');
    await zhouLan.seeText(/已撤下/);
    await linXiao.back();
    await linXiao.tap('全部');
    await linXiao.tap('新闻');
    await linXiao.notSeeText(/研发部搬家指南/);
  });
});
