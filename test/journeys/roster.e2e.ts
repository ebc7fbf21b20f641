import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { root } from '../source-tree';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(180_000);

const file = join(root, '../shared/data/roster/HRDataset_v13.csv');
const isThere = existsSync(file);
if (!isThere)
  console.warn('SKIPPED: ../shared/data/roster/HRDataset_v13.csv is not there; nobody imports a real roster');

(isThere ? describe : describe.skip)('HR brings in the roster of 310 people', () => {
  let product: Product;
  let zhouLan: Phone;
  beforeAll(async () => {
    product = await openProduct('roster');
    zhouLan = await product.phone(weChatOf('周岚'));
  });
  afterAll(() => product.close());
  afterEach(async () => expect(await product.complaints()).toEqual([]));

  /** Where a text stands on the page as well as on a button. */
  const button = (text: string) =>
    zhouLan.frame.locator('wx-button:visible').filter({ has: zhouLan.frame.getByText(text, { exact: true }) });

  it('chooses the file, and sees which columns come in and why the others do not', async () => {
    await zhouLan.tap('管理');
    await zhouLan.tap('导入花名册');
    await zhouLan.seeText('四步，随时可以停');
    await zhouLan.keep('import');
    await button('选择文件').tap();
    await zhouLan.chooseFiles(file);
    await zhouLan.seeText('会导入的列');
    await zhouLan.seeText('RaceDesc');
    await zhouLan.keep('columns');
    await zhouLan.tap('开始读取');
  });

  it('sees what would happen, and what contradicts itself', async () => {
    await zhouLan.seeText('103 行等你决定');
    await zhouLan.keep('preview');
    await zhouLan.tap(/^等待决定 103$/);
    await zhouLan.seeText('采用左边');
    await zhouLan.keep('waiting-rows');
  });

  it('decides the contradictions, kind by kind', async () => {
    for (let kinds = 4; kinds > 0; kinds -= 1) {
      await zhouLan.tap('全部采用右边');
      await zhouLan.tap('全部这样处理');
      await zhouLan.notSeeText('全部这样处理');
    }
    await zhouLan.seeText('应用后 90 天内可以整批撤销');
    await zhouLan.keep('decided');
  });

  it('applies the batch and sees the result', async () => {
    await zhouLan.tap('应用');
    await zhouLan.seeText('应用到花名册');
    await zhouLan.keep('apply');
    await button('应用').last().tap();
    await zhouLan.seeText('去花名册看看');
    await zhouLan.keep('applied');
  });

  it('finds a person of the file and issues a joining code; a visitor joins as them', async () => {
    await zhouLan.tap('去花名册看看');
    await zhouLan.fill('搜索姓名或工号的开头', '1103024456');
    await zhouLan.seeText(/Mia Brown/);
    await zhouLan.keep('found');
    await zhouLan.tap(/Mia Brown/);
    await zhouLan.seeText('任职记录');
    await zhouLan.keep('person');
    await zhouLan.tap('发放入职码');
    await zhouLan.tap('发放');
    const shown = zhouLan.frame.locator('[aria-label^="入职码 "]').filter({ visible: true });
    const code = (await shown.getAttribute('aria-label'))?.replace('入职码 ', '') ?? '';
    const guest = await product.phone(undefined, '/packages/people/pages/join/join');
    await guest.fill('工牌上或 HR 给的', '1103024456');
    await guest.fill('8 位字母和数字', code);
    await guest.tap('加入');
    await guest.seeText('欢迎你，Mia Brown');
    await guest.keep('joined-from-roster');
  });
});
