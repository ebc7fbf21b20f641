import { readFileSync } from 'node:fs';
import { weChatOf } from '../../../seeds/sample-calls/sample-call';
import { openProduct, type Product } from '../open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('privacy');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const page = '/packages/people/pages/my-record/my-record';

it('a visitor reads what would be held, and has nothing to export or to leave', async () => {
  const guest = await product.phone(undefined, page);
  await guest.seeText('加入后会保存什么');
  await guest.notSeeText('退出同路');
  await guest.keep('visitor');
});

it('an employee takes away a file with everything that is held', async () => {
  const linXiao = await product.phone(weChatOf('林晓'), page);
  await linXiao.seeText('YS-0031');
  await linXiao.keep('employee');
  await linXiao.tap('导出我的信息');
  await linXiao.seeText('文件准备好了');
  await linXiao.keep('export');
  const [download] = await Promise.all([linXiao.page.waitForEvent('download'), linXiao.tap('保存文件')]);
  const held = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(held).toMatchObject({ record: { name: '林晓', employments: [{ employeeNumber: 'YS-0031' }] } });
  expect(held.pointLedgerEntries.length).toBeGreaterThan(10);
  expect(held.redemptions).toHaveLength(1);
});

it('an alumnus still takes their points away', async () => {
  const sunQian = await product.phone(weChatOf('孙倩'), page);
  await sunQian.tap('导出我的信息');
  await sunQian.seeText('文件准备好了');
});

it('somebody who leaves is told what is lost and is a visitor at once', async () => {
  const wangLei = await product.phone(weChatOf('王磊'), page);
  await wangLei.tap('退出同路');
  await wangLei.seeText(/想回来时/);
  await wangLei.keep('leave');
  await wangLei.frame.locator('[aria-label=退出同路]').getByText('退出同路').last().tap();
  await wangLei.seeText('从加入到重逢，一路同行');
  await wangLei.keep('left');
});

it('HR is told that a colleague does it', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), page);
  await zhouLan.seeText(/请让另一位 HR/);
});
