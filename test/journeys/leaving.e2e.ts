import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { addDays, dayOf } from '../../shared/kernel/day';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(180_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('leaving');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const pages = '/packages/offboarding/pages';
const today = () => product.simulator.cloud.clock.now();

/** Half past nine of a day; the timer of offboarding has come twice, as it does every minute. */
async function morningOf(day: string): Promise<void> {
  const { clock, runTimer } = product.simulator.cloud;
  await clock.set(new Date(`${day}T09:30:00.000+08:00`));
  await runTimer('offboarding', 'minute');
}

describe('from the letter to the certificate', () => {
  let lin: Phone;
  let zhou: Phone;
  let lastDay = '';

  it('林晓 reads the guide, writes her letter and hands it in', async () => {
    lastDay = addDays(dayOf(today()), 30);
    lin = await product.phone(weChatOf('林晓'), `${pages}/guide/guide`);
    await lin.seeText('看这份指南不会留下任何记录，没有人知道你看过。');
    await lin.keep('guide');
    await lin.tap('写离职申请');
    await lin.fill('用自己的话说', '想换一个方向，去做教育。');
    await lin.fill('悄悄告诉 HR', '先不要告诉组里。');
    await lin.keep('letter');
    await lin.tap('提交离职申请');
    await lin.keep('hand-in');
    await lin.tap('提交');
    await lin.seeText('HR 还没有受理');
    await lin.keep('submitted');
  });

  it('周岚 finds it on the board and acknowledges it', async () => {
    zhou = await product.phone(weChatOf('周岚'), `${pages}/leavings/leavings`);
    await zhou.seeText('等待受理');
    await zhou.keep('board');
    await zhou.tap('打开林晓的离职办理');
    await zhou.seeText('先不要告诉组里。');
    await zhou.keep('letter-at-hr');
    await zhou.tap('受理');
    await zhou.keep('acknowledge');
    await zhou.frame.locator('.sheet').getByText('受理', { exact: true }).last().tap();
    await zhou.seeText('办理中');
    await zhou.keep('acknowledged');
  });

  it('five owners do what is theirs', async () => {
    const mine: [string, RegExp | string, string][] = [
      ['赵启明', '电脑与配件归还', '已归还'],
      ['赵启明', '账号停用与资料移交', '已办好'],
      ['马会敏', '借款与备用金结清', '已办好'],
      ['马会敏', '未报销费用结清', '已办好'],
      ['钱惠', '门禁卡与钥匙归还', '已归还'],
      ['钱惠', '工位与储物柜清空', '已归还'],
    ];
    for (const name of ['赵启明', '马会敏', '钱惠']) {
      const phone = await product.phone(weChatOf(name), `${pages}/clearances/clearances`);
      await phone.tap('打开林晓的离职手续');
      for (const [, title, outcome] of mine.filter(([owner]) => owner === name)) {
        await phone.tap(`${title}，待办`);
        await phone.tap('记下');
        await phone.seeText(outcome);
      }
      await phone.keep(`rows-of-${weChatOf(name)}`);
      await phone.close();
    }
    const gu = await product.phone(weChatOf('顾怀远'), `${pages}/clearances/clearances`);
    await gu.tap('打开林晓的离职手续');
    await gu.tap('工作交接，待办');
    await gu.tap('不需要');
    await gu.fill('说明', '已分给两位同事');
    await gu.keep('row-sheet');
    await gu.tap('记下');
    await gu.seeText('已分给两位同事');
    await gu.close();
  });

  it('马会敏 puts the figures in, 周岚 confirms them, 林晓 sees every line', async () => {
    const id = product.simulator.cloud
      .documents('separations')
      .find((document) => Reflect.get(document, 'personName') === '林晓')?._id;
    const ma = await product.phone(weChatOf('马会敏'), `${pages}/leaving/leaving?id=${id}`);
    await ma.tap('录入离职结算');
    const figure = (index: number) => ma.frame.locator('input').nth(index);
    await figure(0).fill('15000');
    await figure(1).fill('10');
    await figure(2).fill('2');
    await ma.keep('figures');
    await ma.tap('保存，等人确认');
    await ma.seeText('待确认');
    await zhou.frame.locator('body').evaluate('0');
    const hr = await product.phone(weChatOf('周岚'), `${pages}/leaving/leaving?id=${id}`);
    await hr.tap('确认结算');
    await hr.keep('confirm-figures');
    await hr.tap('确认');
    await hr.seeText('待发放');
    await hr.close();
    await ma.close();
    const again = await product.phone(weChatOf('林晓'), `${pages}/my-leaving/my-leaving`);
    await again.seeText('9,655.17');
    await again.keep('my-leaving');
    await again.close();
  });

  it('on the last day the certificate is there; the next morning 林晓 is an alumna who still reads all of it', async () => {
    await morningOf(lastDay);
    const hr = await product.phone(weChatOf('周岚'), `${pages}/leavings/leavings`);
    await hr.tap('打开林晓的离职办理');
    await hr.seeText('HR · 系统');
    await hr.keep('certificate');
    await hr.close();
    await morningOf(addDays(lastDay, 1));
    const alumna = await product.phone(weChatOf('林晓'), `${pages}/my-leaving/my-leaving`);
    await alumna.seeText(/已离职/);
    await alumna.keep('alumna');
    await alumna.close();
  });
});
