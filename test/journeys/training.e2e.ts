import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { toldCourses } from '../../seeds/training-story';
import { openProduct, type Phone, type Product } from './open-product';

jest.setTimeout(180_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('training');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

const bank = toldCourses.find(({ key }) => key === 'security')?.bank ?? [];

/** What somebody who listened would tap or write, found by the question on the screen. */
async function answerRightly(phone: Phone): Promise<void> {
  const text = await phone.frame.locator('.question-text').first().innerText();
  const question = bank.find((one) => one.text === text.trim());
  if (!question) throw new Error(`the bank does not know ${text}`);
  if (question.kind === 'fill') {
    await phone.fill('写下你的答案', question.accepted[0] ?? '');
    return;
  }
  const rights = {
    single: () => (question.kind === 'single' ? [question.options[question.right] ?? ''] : []),
    multiple: () => (question.kind === 'multiple' ? question.right.map((place) => question.options[place] ?? '') : []),
    order: () => (question.kind === 'order' ? question.options : []),
    trueFalse: () => [question.kind === 'trueFalse' && question.right ? '对' : '错'],
  };
  for (const right of rights[question.kind]()) await phone.tap(right);
}

describe('an exam failed, understood and passed', () => {
  let learner: Phone;
  beforeAll(async () => {
    learner = await product.phone(weChatOf('马会敏'), '/pages/growth/growth');
  });

  it('马会敏 has learned everything and hands in too early', async () => {
    await learner.seeText('信息安全入门');
    await learner.keep('growth');
    await learner.tap(/接着学：信息安全入门/);
    await learner.seeText('5 题，10 分钟，80 分通过');
    await learner.keep('course');
    await learner.tap('开始考试');
    await learner.seeText(/已答 0 \/ 5/);
    await learner.keep('exam');
    await learner.tap('第 5 题，未答');
    await learner.tap('交卷');
    await learner.seeText(/还有 5 题没答/);
    await learner.keep('hand-in');
    await learner.frame.locator('.t-button', { hasText: '交卷' }).last().tap();
    await learner.seeText('这次没有通过，80 分算通过');
    await learner.keep('failed');
    await learner.tap('回到课程');
  });

  it('the second time she answers one, goes on where she was with the app opened anew, and passes', async () => {
    await learner.seeText(/已考 1 次/);
    await learner.tap('开始考试');
    await learner.seeText(/已答 0 \/ 5/);
    await answerRightly(learner);
    await learner.seeText(/已答 1 \/ 5/);
    learner = await product.phone(weChatOf('马会敏'), '/pages/growth/growth');
    await learner.tap(/接着学：信息安全入门/);
    await learner.tap('回到考试');
    await learner.seeText(/已答 1 \/ 5/);
    await learner.keep('resumed');
    for (let place = 1; place < 5; place += 1) {
      await learner.tap('下一题');
      await answerRightly(learner);
      await learner.seeText(new RegExp(`已答 ${place + 1} / 5`));
    }
    await learner.tap('交卷');
    await learner.seeText('所有题都答了。交卷后马上出成绩。');
    await learner.frame.locator('.t-button', { hasText: '交卷' }).last().tap();
    await learner.seeText('考试通过');
    await learner.keep('passed');
  });
});

it('林晓 walks the path, learns what waits, and is told why the next stage is closed', async () => {
  const linXiao = await product.phone(weChatOf('林晓'), '/pages/growth/growth');
  await linXiao.seeText('新人三十天');
  await linXiao.keep('path');
  await linXiao.tap('办公与现场安全');
  await linXiao.seeText('先通过这些课程');
  await linXiao.keep('locked');
});
