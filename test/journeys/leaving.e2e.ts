import { employmentOf, weChatOf } from '../../seeds/sample-calls/sample-call';
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
const phoneOf = (name: string, page: string) => product.phone(weChatOf(name), `${pages}/${page}`);

/** Half past nine of a day; the timer of offboarding has come, as it does every minute. */
async function morningOf(day: string): Promise<void> {
  const { clock, runTimer } = product.simulator.cloud;
  await clock.set(new Date(`${day}T09:30:00.000+08:00`));
  await runTimer('offboarding', 'minute');
}

/** What a sheet says is done by the button in it, not by the one that opened it. */
const confirm = ({ frame }: Phone, verb: string) =>
  frame.getByText(verb, { exact: true }).filter({ visible: true }).last().tap();

// Before the clock is moved: 王磊's last day is still ahead.
describe('a laptop that never comes back', () => {
  it('is paid for by agreement; 王磊 asks about the line, and gets an answer before he is paid', async () => {
    const zhao = await phoneOf('赵启明', 'clearances/clearances');
    await zhao.tap('打开王磊的离职手续');
    await zhao.tap('电脑与配件归还，待办');
    await zhao.tap('没有归还，约定赔偿');
    await zhao.frame.locator('input:visible').last().fill('3200');
    await zhao.fill('说明（遇到困难、不需要、赔偿时要写）', '搬家时遗失，双方确认折旧后赔偿');
    await zhao.keep('laptop');
    await zhao.tap('记下');
    await zhao.seeText('电脑与配件归还，约定赔偿');
    const ma = await phoneOf('马会敏', 'clearances/clearances');
    await ma.tap('打开王磊的离职手续');
    await ma.tap('录入离职结算');
    await ma.frame.locator('input:visible').nth(0).fill('18500');
    await ma.frame.locator('input:visible').nth(1).fill('13');
    await ma.tap('保存，等人确认');
    await ma.seeText('待确认');
    const zhou = await phoneOf('周岚', 'leavings/leavings');
    await zhou.tap('打开王磊的离职办理');
    await zhou.tap('确认结算');
    await confirm(zhou, '确认');
    await zhou.seeText('待发放');
    const wang = await phoneOf('王磊', 'my-leaving/my-leaving');
    await wang.tap('未归还赔偿 −3,200.00 元，这笔不对');
    await wang.fill('哪里不对，你认为应该是多少', '说好按折旧算 2,800 元');
    await wang.keep('question');
    await wang.tap('提问');
    await wang.seeText('等答复');
    await wang.keep('asked');
    await ma.visit({ page: `${pages}/clearances/clearances` });
    await ma.tap('打开王磊的离职手续');
    await ma.seeText('说好按折旧算 2,800 元');
    await ma.notSeeText('登记发放');
    await ma.tap('答复 未归还赔偿 −3,200.00 元');
    await ma.fill('说清楚怎么算的，或者哪里要改', '按双方签字的单子是 3,200 元');
    await ma.keep('answer-question');
    await ma.tap('数字没错');
    await ma.seeText('已答复');
    await ma.tap('登记发放');
    await confirm(ma, '已发放');
    await ma.seeText(/月\d+日 已发放$/);
    await wang.visit({ page: `${pages}/my-leaving/my-leaving` });
    await wang.seeText('马会敏：按双方签字的单子是 3,200 元');
    await wang.keep('answered');
  });
});

describe('what is not the leaver\u2019s own decision', () => {
  it('a retirement waits for its age, a contract for its end; a death asks for nothing but care', async () => {
    const about = `employment=${employmentOf('许知夏')}&name=${encodeURIComponent('许知夏')}`;
    const zhou = await phoneOf('周岚', `open-leaving/open-leaving?${about}`);
    await zhou.tap('身故');
    await zhou.seeText(/请先陪家属/);
    await zhou.keep('death');
    await zhou.tap('退休');
    await zhou.tap('女职工，原 55 岁（→ 58）');
    await zhou.fill('说明', '到龄退休');
    await zhou.keep('retirement');
    await zhou.tap('开始办理');
    await confirm(zhou, '开始办理');
    await zhou.seeText(/出生日期|还没有到法定退休年龄/);
    await zhou.keep('retirement-refused');
    await zhou.tap('再想想');
    await zhou.tap('合同到期');
    await zhou.keep('contract-end');
    await zhou.tap('开始办理');
    await confirm(zhou, '开始办理');
    await zhou.seeText('请选劳动合同的到期日，最后工作日不能早于它。');
  });
});

let lin: Phone;
let lastDay = '';

describe('from the letter to the certificate', () => {
  let zhou: Phone;

  it('林晓 reads the guide, writes her letter and hands it in', async () => {
    lastDay = addDays(dayOf(product.simulator.cloud.clock.now()), 30);
    lin = await phoneOf('林晓', 'guide/guide');
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
    await lin.notSeeText('先不要告诉组里。');
    await lin.keep('submitted');
    await lin.visit({ page: `${pages}/resign/resign` });
    await lin.seeText('HR 还没有受理');
  });

  it('周岚 reads what is for HR alone as such, and acknowledges', async () => {
    zhou = await phoneOf('周岚', 'leavings/leavings');
    await zhou.seeText('等待受理');
    await zhou.keep('board');
    await zhou.tap('打开林晓的离职办理');
    await zhou.seeText('想换一个方向，去做教育。');
    await zhou.seeText('只告诉 HR');
    await zhou.seeText('先不要告诉组里。');
    await zhou.keep('letter-at-hr');
    await zhou.tap('受理');
    await zhou.keep('acknowledge');
    await confirm(zhou, '受理');
    await zhou.seeText('手续清单');
    await zhou.keep('acknowledged');
  });

  it('the owners do what is theirs', async () => {
    const rowsOf = {
      赵启明: ['电脑与配件归还', '账号停用与资料移交'],
      马会敏: ['借款与备用金结清', '未报销费用结清'],
      钱惠: ['门禁卡与钥匙归还', '工位与储物柜清空'],
    };
    for (const [name, titles] of Object.entries(rowsOf)) {
      const phone = await phoneOf(name, 'clearances/clearances');
      await phone.tap('打开林晓的离职手续');
      await phone.notSeeText('先不要告诉组里。');
      for (const title of titles) {
        await phone.tap(`${title}，待办`);
        await phone.tap('记下');
        await phone.seeText(new RegExp(`^${title}，已`));
      }
      await phone.keep(`rows-of-${weChatOf(name)}`);
    }
    const gu = await phoneOf('顾怀远', 'clearances/clearances');
    await gu.keep('clearances');
    await gu.tap('打开林晓的离职手续');
    await gu.tap('工作交接，待办');
    await gu.tap('不需要');
    await gu.fill('说明（遇到困难、不需要、赔偿时要写）', '已分给两位同事');
    await gu.keep('row-sheet');
    await gu.tap('记下');
    await gu.seeText('已分给两位同事');
    await gu.keep('rows-of-the-manager');
  });

  it('马会敏 puts the figures in, 周岚 confirms them, 林晓 sees every line', async () => {
    const ma = await phoneOf('马会敏', 'clearances/clearances');
    await ma.tap('打开林晓的离职手续');
    await ma.tap('录入离职结算');
    const figure = (index: number) => ma.frame.locator('input:visible').nth(index);
    await figure(0).fill('15000');
    await figure(1).fill('10');
    await figure(2).fill('2');
    await ma.keep('figures');
    await ma.tap('保存，等人确认');
    await ma.seeText('待确认');
    await zhou.visit({ page: `${pages}/leavings/leavings` });
    await zhou.tap('打开林晓的离职办理');
    await zhou.tap('确认结算');
    await zhou.keep('confirm-figures');
    await zhou.tap('确认');
    await zhou.seeText('待发放');
    await zhou.keep('confirmed');
    await lin.visit({ page: `${pages}/my-leaving/my-leaving` });
    await lin.seeText(/9,655\.17/);
    await lin.keep('my-leaving');
    await ma.visit({ page: `${pages}/clearances/clearances` });
    await ma.tap('导出离职结算');
    await ma.seeText(/离职月份/);
    await ma.keep('payroll');
  });

  it('on the last day the certificate is there; the next morning an alumna still reads all of it', async () => {
    await morningOf(lastDay);
    await zhou.visit({ page: `${pages}/leavings/leavings` });
    await zhou.tap('打开林晓的离职办理');
    await zhou.seeText(/HR · 系统/);
    await zhou.keep('certificate');
    await morningOf(addDays(lastDay, 1));
    await lin.visit({ page: `${pages}/my-leaving/my-leaving` });
    await lin.seeText(/已离职/);
    await lin.keep('alumna');
    await lin.tap('我的证明');
    await lin.seeText(/离职证明/);
    await lin.keep('papers');
  });
});

describe('who stays', () => {
  let tang: Phone;
  let zhou: Phone;

  async function handIn(name: string): Promise<Phone> {
    const phone = await phoneOf(name, 'resign/resign');
    await phone.tap('提交离职申请');
    await phone.tap('提交');
    await phone.seeText('HR 还没有受理');
    return phone;
  }

  it('陈一诺 asks on day ten to stay, HR agrees, and everything is as before', async () => {
    const today = dayOf(product.simulator.cloud.clock.now());
    const chen = await handIn('陈一诺');
    zhou = await phoneOf('周岚', 'leavings/leavings');
    await zhou.tap('打开陈一诺的离职办理');
    await zhou.tap('受理');
    await confirm(zhou, '受理');
    await zhou.seeText('手续清单');
    await morningOf(addDays(today, 10));
    await chen.visit({ page: `${pages}/my-leaving/my-leaving` });
    await chen.tap('我想留下来');
    await chen.keep('ask-to-stay');
    await chen.tap('提出');
    await chen.seeText(/撤回/);
    await chen.keep('asked-to-stay');
    await zhou.visit({ page: `${pages}/leavings/leavings` });
    await zhou.tap('打开陈一诺的离职办理');
    await zhou.tap('答复撤回');
    await zhou.keep('answer');
    await zhou.tap('同意撤回');
    await zhou.seeText(/已撤回/);
    await chen.visit({ page: `${pages}/my-leaving/my-leaving` });
    await chen.seeText('已经撤回，一切照旧。');
    await chen.keep('stays');
  });

  it('a talk keeps 唐思远, who finds his letter again: it counts once he withdraws himself', async () => {
    tang = await handIn('唐思远');
    await tang.visit({ page: '/pages/me/me' });
    await tang.tap('离职指南');
    await tang.tap('我的离职办理');
    await tang.seeText('撤回离职申请');
    await zhou.visit({ page: `${pages}/leavings/leavings` });
    await zhou.tap('打开唐思远的离职办理');
    await zhou.tap('约 TA 谈谈');
    await zhou.tap('记录谈话');
    await zhou.keep('talk');
    await zhou.tap('愿意留下');
    await zhou.seeText(/等本人确认/);
    await tang.visit({ page: '/pages/home/home' });
    await tang.tap('确认留下');
    await tang.tap('撤回离职申请');
    await tang.tap('撤回');
    await tang.seeText('已经撤回，一切照旧。');
    await tang.keep('kept');
  });
});

// A month later, so after everything else.
it('in the last minutes of the day she was told 林晓 spends her points; at midnight it is over', async () => {
  const { clock, runTimer } = product.simulator.cloud;
  const spendBy = addDays(lastDay, 30);
  await clock.set(new Date(`${spendBy}T23:50:00.000+08:00`));
  const mall = { page: '/packages/points/pages/mall/mall' };
  await lin.visit(mall);
  await lin.seeText(/离职后积分可以用到 .*，之后作废/);
  await lin.keep('last-minutes');
  await lin.tap('视频会员周卡');
  await lin.tap('兑换');
  await lin.tap('花 30 积分兑换');
  await lin.seeText('兑换成功');
  await lin.keep('spent');
  await clock.set(new Date(`${addDays(spendBy, 1)}T00:05:00.000+08:00`));
  await runTimer('points', 'minute');
  await lin.visit(mall);
  await lin.seeText('离职后的兑换期限已经过了，积分不能再使用。');
  await lin.keep('over');
  await lin.visit({ page: '/packages/points/pages/ledger/ledger' });
  await lin.seeText('离职后的兑换期限已过');
  await lin.keep('expired');
  await lin.visit({ page: '/packages/inbox/pages/inbox/inbox' });
  await lin.seeText(/^90 积分已到期/);
  await lin.keep('told');
});
