import { employmentOf, personOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import type { OutputOf } from '../../shared/kernel/contract';
import type { PeopleContract } from '../../shared/people/contract';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('joining');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const joinPage = '/packages/people/pages/join/join';

/** What HR reads off the sheet, taken from the sheet itself. */
async function issueCode(name: string): Promise<{ zhouLan: Phone; code: string }> {
  const zhouLan = await product.phone(weChatOf('周岚'), `/packages/people/pages/person/person?id=${personOf(name)}`);
  await zhouLan.tap('发放入职码');
  await zhouLan.tap('发放');
  const shown = zhouLan.frame.locator('[aria-label^="入职码 "]').filter({ visible: true });
  const label = await shown.getAttribute('aria-label');
  return { zhouLan, code: label?.replace('入职码 ', '') ?? '' };
}

async function fillIn(phone: Phone, employeeNumber: string, code: string): Promise<void> {
  await phone.fill('工牌上或 HR 给的', employeeNumber);
  await phone.fill('8 位字母和数字', code);
  await phone.tap('加入');
}

describe('an employee whose new phone has no network', () => {
  it('is told that the network is gone, not that they are a visitor, and is known again with it', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), undefined, 'none');
    await linXiao.seeText(/网络好像断了/);
    await linXiao.keep('no-network');
    await linXiao.setNetwork('wifi');
    await linXiao.tap('重试');
    await linXiao.seeText(/林晓/);
    await linXiao.notSeeText(/网络好像断了/);
  });
});

describe('a visitor', () => {
  let guest: Phone;
  beforeAll(async () => {
    guest = await product.phone();
  });

  it('is told who we are, and finds the door for employees', async () => {
    await guest.seeText('首页');
    await guest.keep('visitor-home');
    await guest.tap('我的');
    await guest.keep('visitor-me');
    await guest.tap('我是员工');
    await guest.seeText('扫码加入');
    await guest.keep('join');
  });

  it('reads beside the field what is missing', async () => {
    await guest.tap('加入');
    await guest.seeText('入职码是 8 位字母和数字');
    await guest.keep('join-field-problems');
  });

  it('is told how many tries are left after a wrong code, and joins with the right one', async () => {
    const { zhouLan, code } = await issueCode('许知夏');
    await zhouLan.keep('issued-code');
    await fillIn(guest, 'YS-0060', 'WRNGCDE2');
    await guest.seeText(/还可以试 4 次/);
    await guest.keep('wrong-code');
    await fillIn(guest, 'YS-0060', code);
    await guest.seeText('欢迎你，许知夏');
    await guest.keep('joined');
  });

  it('becomes that employee without a restart: other tabs, a first check-in, points for joining', async () => {
    await guest.tap('开始今天');
    await guest.seeText('今天');
    await guest.seeText('20');
    await guest.tap('签到 +5');
    await guest.seeText('已签到');
    await guest.seeText('25');
    await guest.keep('first-day');
    await guest.tap('我的');
    await guest.seeText(/YS-0060/);
    await guest.keep('me');
  });
});

describe('a code', () => {
  it('that was used opens nothing for a second phone', async () => {
    const second = await product.phone(undefined, joinPage);
    const { code } = await issueCode('罗启航');
    const first = await product.phone(undefined, joinPage);
    await fillIn(first, 'YS-0061', code);
    await first.seeText('欢迎你，罗启航');
    await fillIn(second, 'YS-0061', code);
    await second.seeText(/已经/);
    await second.keep('used-code');
  });

  it('guessed wrong five times locks this phone for fifteen minutes', async () => {
    const guesser = await product.phone(undefined, joinPage);
    for (const left of [4, 3, 2, 1]) {
      await fillIn(guesser, 'YS-0060', `WRNGCDE${left}`);
      await guesser.seeText(new RegExp(`还可以试 ${left} 次`));
    }
    await fillIn(guesser, 'YS-0060', 'WRNGCDE9');
    await guesser.seeText(/请 15 分钟后再试/);
    await guesser.keep('locked');
  });
});

describe('a QR code', () => {
  it('is scanned by its text and makes the visitor that person', async () => {
    const zhouLan = weChatOf('周岚');
    const unbind = { personId: personOf('王磊'), requestId: 'journey-unbind-0001' };
    await product.simulator.cloud.call(zhouLan, 'people', { call: 'unbindPerson', input: unbind });
    const input = { employmentId: employmentOf('王磊'), requestId: 'journey-issue-0001' };
    const answer = await product.simulator.cloud.call(zhouLan, 'people', { call: 'issueJoiningCode', input });
    if (!('result' in answer)) throw new Error(answer.errMsg);
    const { data } = answer.result as { data: OutputOf<PeopleContract['issueJoiningCode']> };
    const guest = await product.phone(undefined, joinPage);
    await guest.tap('扫码加入');
    await guest.fill('输入二维码里的文字', `tonglu:join:${data.token}`);
    await guest.keep('scan');
    await guest.tap('扫到了');
    await guest.seeText('欢迎你，王磊');
    await guest.tap('开始今天');
    await guest.seeText(/正在办理离职/);
    await guest.keep('leaving-today');
  });

  it('of somebody else is no joining code', async () => {
    const guest = await product.phone(undefined, `${joinPage}?scene=AAAAAAAAAAAAAAAAAAAAAA`);
    await guest.seeText(/不对/);
    await guest.keep('foreign-qr');
  });
});

describe('everybody else finds their own first page', () => {
  it.each([
    ['何雨桐', 'new-hire'],
    ['孙倩', 'alumnus'],
    ['李蓉', 'branch-hr'],
    ['顾怀远', 'manager'],
    ['赵启明', 'it'],
  ])('%s', async (name, picture) => {
    const phone = await product.phone(weChatOf(name));
    await phone.seeText(new RegExp(name));
    await phone.keep(picture);
  });
});

describe('a branch', () => {
  const personPage = `/packages/people/pages/person/person?id=${personOf('林晓')}`;

  it('is added by HR, who moves a colleague into another; that branch’s HR then finds them', async () => {
    const liRong = await product.phone(weChatOf('李蓉'), personPage);
    await liRong.seeText(/没有找到这位同事/);
    const zhouLan = await product.phone(weChatOf('周岚'), '/packages/people/pages/branches/branches');
    await zhouLan.tap('添加分公司');
    await zhouLan.fill('例如：成都分公司', '深圳分公司');
    await zhouLan.tap('添加');
    await zhouLan.seeText('深圳分公司');
    await zhouLan.keep('branches');
    await zhouLan.visit({ page: personPage });
    await zhouLan.tap('换分公司');
    await zhouLan.tap('换到');
    await zhouLan.tap('成都分公司');
    await zhouLan.tap('确定');
    await zhouLan.keep('move-to-branch');
    await zhouLan.tap('换');
    await zhouLan.seeText('成都分公司');
    await liRong.visit({ page: personPage });
    await liRong.seeText('任职记录');
    await liRong.keep('branch-hr-finds');
  });
});
