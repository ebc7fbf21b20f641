import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { openProduct, type Product } from './open-product';

jest.setTimeout(120_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('games');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

it('a festival quiz is answered once, and shows its answers with what it earned', async () => {
  const linXiao = await product.phone(weChatOf('林晓'), '/pages/community/community');
  await linXiao.tap('答题');
  await linXiao.seeText('冬至你知道多少');
  await linXiao.keep('quizzes');
  await linXiao.tap('打开答题：冬至你知道多少');
  await linXiao.seeText('答对 5 题起');
  await linXiao.notSeeText(/南回归线/);
  await linXiao.keep('quiz');
  await linXiao.tap('开始答题');
  await linXiao.tap('第 1 题：白天最短');
  await linXiao.tap('去交卷（还有 4 题）');
  await linXiao.seeText('还有 4 题没有选，选完再交卷。');
  await linXiao.keep('answering');
  for (const pick of ['第 2 题：饺子', '第 3 题：对', '第 4 题：早一小时下班，一起包饺子', '第 5 题：天气变暖']) {
    await linXiao.tap(pick);
  }
  await linXiao.tap('去交卷');
  await linXiao.seeText('现在交卷？');
  await linXiao.keep('handing-in');
  await linXiao.tap('交卷');
  await linXiao.seeText('答对 4 题');
  await linXiao.seeText('+10');
  await linXiao.seeText(/南回归线/);
  await linXiao.keep('score');
});

it('something is ordered from the staff sale, cancelled, ordered again and handed over by HR', async () => {
  const tangSiyuan = await product.phone(weChatOf('唐思远'), '/pages/community/community');
  await tangSiyuan.tap('特卖');
  await tangSiyuan.seeText('试验温室番茄 5 斤装');
  await tangSiyuan.keep('sale');
  await tangSiyuan.tap('下单：试验温室番茄 5 斤装');
  await tangSiyuan.seeText('29.90 元');
  await tangSiyuan.keep('order');
  await tangSiyuan.tap('确认下单');
  await tangSiyuan.seeText('待领取');
  await tangSiyuan.keep('my-orders');
  await tangSiyuan.tap('取消订单：试验温室番茄 5 斤装');
  await tangSiyuan.tap('取消这单');
  await tangSiyuan.seeText('已取消');
  await tangSiyuan.back();
  await tangSiyuan.tap('下单：试验温室番茄 5 斤装');
  await tangSiyuan.tap('确认下单');
  await tangSiyuan.seeText('待领取');
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('员工特卖');
  await zhouLan.seeText('共 60 件，订出 4 件');
  await zhouLan.keep('sale-desk');
  await zhouLan.tap('修改试验温室番茄 5 斤装');
  await zhouLan.seeText(/已经有人下单/);
  await zhouLan.fill('价格', '26.90');
  await zhouLan.keep('change-item');
  await zhouLan.tap('保存');
  await zhouLan.seeText(/26.90 元/);
  await zhouLan.tap('特卖订单');
  await zhouLan.seeText(/唐思远/);
  await zhouLan.tap('领取名单');
  await zhouLan.tap('生成');
  await zhouLan.seeText('3 人，3 单。');
  await zhouLan.keep('sale-pick-up');
  await zhouLan.tap('关闭');
  await zhouLan.tap('发放给唐思远：试验温室番茄 5 斤装');
  await zhouLan.tap('已交给本人');
  await zhouLan.notSeeText(/唐思远/);
  await zhouLan.keep('sale-orders');
  await zhouLan.tap('工资扣款');
  await zhouLan.tap('生成');
  await zhouLan.seeText(/一共|没有要从工资里扣/);
  await zhouLan.keep('sale-payroll');
});

it('HR writes one, publishes it, and it stands on 今天 when it opens', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
  await zhouLan.tap('节日答题');
  await zhouLan.seeText('元旦猜一猜');
  await zhouLan.keep('written');
  await zhouLan.tap('打开元旦猜一猜');
  await zhouLan.tap('加一道题');
  await zhouLan.fill('题目', '新年第一天上班，大家会收到什么？');
  await zhouLan.tap('判断题');
  await zhouLan.keep('question');
  await zhouLan.tap('好了');
  await zhouLan.seeText('题目（4）');
  await zhouLan.keep('draft');
  await zhouLan.tap('去发布');
  await zhouLan.seeText('发布「元旦猜一猜」？');
  await zhouLan.tap('发布');
  await zhouLan.seeText(/还没开始 · 已有 0 人交卷/);
  await zhouLan.keep('published');
  const { clock } = product.simulator.cloud;
  await clock.set(new Date(clock.now().getTime() + 39 * 86_400_000));
  await product.simulator.cloud.runTimer('games', 'minute');
  const tangSiyuan = await product.phone(weChatOf('唐思远'), '/pages/home/home');
  await tangSiyuan.seeText('元旦答题：元旦猜一猜');
  await tangSiyuan.keep('on-today');
});
