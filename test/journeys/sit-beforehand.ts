import { answerRightly } from './answer-rightly';
import type { Phone } from './open-product';

/** On the page where a course is written: one question right, the rest blank, and what that would have been worth. */
export async function sitBeforehand(author: Phone): Promise<void> {
  await author.tap('预览考试');
  await author.seeText('预览：学员看到的样子，不留记录。题目每次重新抽。');
  await answerRightly(author);
  await author.seeText('已答 1 / 5');
  await author.keep('exam-previewed');
  await author.tap('第 5 题，未答');
  await author.tap('交卷');
  await author.frame.locator('.t-button', { hasText: '交卷' }).last().tap();
  await author.seeText('这次没有通过，80 分算通过');
  await author.seeText(/正确答案：/);
  await author.keep('exam-previewed-result');
}
