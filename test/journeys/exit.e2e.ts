import { PNG } from 'pngjs';
import { seededPaperCode } from '../../seeds/exit-documents';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(240_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('exit');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const pages = '/packages/exit/pages';

describe('an exit interview', () => {
  let hr: Phone;
  let wangLei: Phone;

  it('begins with an invitation', async () => {
    hr = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await hr.tap('离职面谈');
    await hr.seeText(/上级已写看法/);
    await hr.keep('interviews');
    await hr.tap('王磊');
    await hr.seeText(/家里老人身体不好/);
    await hr.seeText(/来自考勤/);
    await hr.keep('interview-before');
    await hr.tap('邀请填写');
    await hr.seeText(/已邀请，本人还没有交/);
  });

  it('is answered on the phone, drafts first', async () => {
    wangLei = await product.phone(weChatOf('王磊'), '/pages/home/home');
    await wangLei.tap('离职面谈问卷');
    await wangLei.seeText(/你的回答只有 HR 能看到/);
    await wangLei.tap('交给 HR');
    await wangLei.seeText('请选一个主要原因');
    await wangLei.keep('form-empty');
    await wangLei.tap('加班过多');
    await wangLei.tap('搬家或回老家');
    await wangLei.fill('用自己的话说说', '项目一个接一个，连着两年没怎么休息。');
    await wangLei.tap('看情况');
    await wangLei.tap('7 分');
    await wangLei.seeText(/草稿已保存/);
    await wangLei.keep('form-filled');
    await wangLei.tap('交给 HR');
    await wangLei.seeText(/已交给 HR，谢谢你说真话/);
    await wangLei.keep('form-handed-in');
  });

  it('shows HR both views side by side, and is completed with notes', async () => {
    await hr.visit({ page: `${pages}/interviews/interviews` });
    await hr.tap('王磊');
    await hr.seeText(/工作安排 · 加班过多/);
    await hr.seeText(/个人与家庭 · 照顾家庭/);
    await hr.keep('interview-answered');
    await hr.tap('写面谈记录');
    await hr.fill('面谈记录', '愿意留到交接完，建议下个项目排两个人。');
    await hr.keep('talk-sheet');
    await hr.tap('完成面谈');
    await hr.seeText(/已完成 · 确认离职/);
    await hr.keep('interview-completed');
  });
});

describe('the analysis', () => {
  it('shows what a third of them left for, what their managers had written, and what changed', async () => {
    const hr = await product.phone(weChatOf('周岚'), `${pages}/exit-board/exit-board`);
    await hr.seeText(/班次不合理 17/);
    await hr.seeText(/35\.4%/);
    await hr.seeText(/改进前平均每半年 5.7 人因此离开，改进后 0 人/);
    await hr.keep('board');
    await hr.tap('上级怎么看');
    await hr.seeText(/工作安排 17/);
    await hr.keep('board-managers');
    await hr.tap('从花名册带入');
    await hr.seeText(/带入了 1 人/);
    await hr.tap('去对应');
    await hr.seeText(/继续深造/);
    await hr.keep('words');
    await hr.tap(/^确认 1 个对应/);
    await hr.notSeeText('去对应');
    await hr.seeText('上级怎么看');
  });
});

it('王磊 gives what he hands over to another colleague', async () => {
  const wang = await product.phone(weChatOf('王磊'), '/packages/offboarding/pages/my-leaving/my-leaving');
  await wang.tap('与气象数据供应商的联络：换人接手');
  await wang.tap('交给这位同事');
  await wang.seeText('选一位接手的同事。');
  await wang.fill('输入同事的名字', '陈一诺');
  await wang.tap(/^陈一诺/);
  await wang.keep('reassign');
  await wang.tap('交给这位同事');
  await wang.seeText('交给陈一诺 · 还没交出');
  await wang.keep('reassigned');
});

describe('an improvement', () => {
  it('is opened from a finding, stands on its owner\u2019s 今天, and comes back to HR as done', async () => {
    const hr = await product.phone(weChatOf('周岚'), `${pages}/exit-board/exit-board`);
    await hr.tap('针对工作安排提一项改进');
    await hr.fill('例如：夜班改三班两运转', '每月调班次数封顶');
    await hr.fill('输入同事的名字', '林晓');
    await hr.tap(/^林晓/);
    await hr.tap('交给负责人');
    await hr.tap('每月调班次数封顶：换一位负责人');
    await hr.tap('交给这位同事');
    await hr.seeText('选一位同事来负责。');
    await hr.fill('输入同事的名字', '顾怀远');
    await hr.tap(/^顾怀远/);
    await hr.keep('improvement-passed-on');
    await hr.tap('交给这位同事');
    await hr.seeText(/顾怀远负责.*前完成/);
    const gu = await product.phone(weChatOf('顾怀远'), '/pages/home/home');
    await gu.tap('每月调班次数封顶');
    await gu.tap('每月调班次数封顶：说说进展');
    await gu.fill('例如：排班表改好了，先试两周', '班组长同意了，十二月开始试');
    await gu.tap('告诉 HR');
    await gu.seeText('班组长同意了，十二月开始试');
    await gu.keep('my-improvements');
    await gu.tap('每月调班次数封顶：做成了');
    await gu.fill('例如：排班表改好了，先试两周', '每人每月最多调两次');
    await gu.tap('完成');
    await gu.seeText('每人每月最多调两次');
    await hr.visit({ page: `${pages}/exit-board/exit-board` });
    await hr.seeText('每人每月最多调两次');
    await hr.keep('improvement-done');
  });
});

describe('a paper', () => {
  it('is asked for, issued with its income, opened, and verified by a stranger', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), '/pages/me/me');
    await linXiao.tap('我的证明');
    await linXiao.seeText(/办理签证/);
    await linXiao.tap('申请证明');
    await linXiao.tap('收入证明');
    await linXiao.fill('用途', '租房');
    await linXiao.keep('paper-asked');
    await linXiao.tap('提交申请');
    await linXiao.seeText(/用途：租房/);
    const hr = await product.phone(weChatOf('周岚'), `${pages}/paper-desk/paper-desk`);
    await hr.tap('公司印章');
    await hr.seeText(/还没有印章图片/);
    const png = new PNG({ width: 200, height: 200 });
    png.data.fill(Buffer.from([200, 20, 20, 128]));
    const buffer = PNG.sync.write(png);
    await hr.tap('上传印章图片');
    await hr.chooseFiles([{ name: 'seal.png', mimeType: 'image/png', buffer }]);
    await hr.seeText(/周岚 今天 \d\d:\d\d 上传/);
    await hr.keep('seal');
    await hr.visit({ page: `${pages}/paper-desk/paper-desk` });
    await hr.tap('开出林晓的收入证明');
    await hr.fill('月收入（税前，元）', '18500.5');
    await hr.keep('paper-issue');
    await hr.tap('盖章开出');
    await hr.seeText(/办理签证/);
    await linXiao.visit({ page: `${pages}/papers/papers` });
    await linXiao.tap('打开收入证明');
    await linXiao.keep('paper-opened');
    const stranger = await product.phone(undefined, '/pages/home/home');
    await stranger.tap('核验证明');
    await stranger.fill('核验码', seededPaperCode.toLowerCase());
    await stranger.tap('核验');
    await stranger.seeText(/这份离职证明由/);
    await stranger.seeText(/孙\*/);
    await stranger.keep('verified');
    await stranger.fill('核验码', seededPaperCode.replace('Q', 'R'));
    await stranger.tap('核验');
    await stranger.seeText(/没有找到这个核验码/);
  });
});

describe('an alumnus', () => {
  it('decides what HR may see, and takes it back', async () => {
    const sunQian = await product.phone(weChatOf('孙倩'), '/pages/home/home');
    await sunQian.keep('alumnus-home');
    await sunQian.tap('保持联系');
    await sunQian.seeText(/HR 把你标为「核心员工」/);
    await sunQian.keep('alumni-record');
    const hr = await product.phone(weChatOf('周岚'), `${pages}/alumni/alumni`);
    await hr.seeText(/sunqian@example\.com/);
    await hr.keep('alumni');
    await sunQian.tap('删除我的档案');
    await sunQian.tap('全部删除');
    await hr.visit({ page: `${pages}/alumni/alumni` });
    await hr.seeText(/还没有校友愿意保持联系/);
  });
});
