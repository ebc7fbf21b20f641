import { toldCourses } from '../../seeds/training-story';
import type { Phone } from './open-product';

const bank = toldCourses.find(({ key }) => key === 'security')?.bank ?? [];

/** What somebody who listened would tap or write, found by the question on the screen. */
export async function answerRightly(phone: Phone): Promise<void> {
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
