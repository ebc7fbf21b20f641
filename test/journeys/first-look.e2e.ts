import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('first-look');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

it('a visitor sees the company, and what HR changes about it', async () => {
  const guest = await product.phone();
  await guest.seeText('让温室自己照看庄稼');
  await guest.seeText('我们看重什么');
  await guest.keep('visitor');
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('公司介绍');
  await zhouLan.seeText('大约多少人');
  await zhouLan.keep('company');
  await zhouLan.fill('公司做什么', '');
  await zhouLan.tap('保存');
  await zhouLan.seeText('请用一句话说明公司做什么，最多 60 个字');
  await zhouLan.fill('公司做什么', '让每一座温室自己照看庄稼');
  await zhouLan.tap('保存');
  await zhouLan.seeText('已保存');
  const other = await product.phone();
  await other.seeText('让每一座温室自己照看庄稼');
});

it('a week of check-ins is celebrated', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'));
  await zhouLan.tap('签到 +5');
  await zhouLan.seeText('连续签到 7 天');
  await zhouLan.keep('milestone');
  await zhouLan.tap('继续');
  await zhouLan.notSeeText('一整周，一天没落。');
});

it.each([
  ['empty', '', '这个文件是空的，一行也没有。请打开文件确认内容，再选一次。', 0],
  ['headings', '工号,姓名,部门\n', '文件里只有标题，没有一位同事。请补上人员再选一次。', 1],
])('a file that is no roster (%s) is refused in words of its own', async (name, content, sentence, batches) => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/packages/people/pages/roster-import/roster-import');
  await zhouLan.seeText('四步，随时可以停');
  // The first of the four steps says the same.
  await zhouLan.frame.locator('wx-button:visible').filter({ hasText: '选择文件' }).tap();
  await zhouLan.chooseFiles([{ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(content) }]);
  await zhouLan.seeText(sentence);
  const refused = zhouLan.frame.getByText('文件用不了').filter({ visible: true });
  if (batches > 0) await refused.first().waitFor();
  expect(await refused.count()).toBe(batches);
  await zhouLan.keep(name);
  if (batches === 0) return;
  await zhouLan.tap(`${name}.csv`);
  await zhouLan.seeText('换一份文件');
  await zhouLan.keep(`${name}-batch`);
});

it('the right that somebody has not is said without an offer to try again', async () => {
  const linXiao = await product.phone(weChatOf('林晓'), '/packages/people/pages/roster/roster');
  await linXiao.seeText('你现在没有这项权限。如果应该有，请联系 HR。');
  await linXiao.notSeeText('重试');
  const liRong = await product.phone(weChatOf('李蓉'), '/packages/points/pages/new-gift/new-gift');
  await liRong.seeText('添加和修改礼品只对全公司的 HR 开放。如果应该有权限，请联系 HR。');
  await liRong.notSeeText('上架');
});
