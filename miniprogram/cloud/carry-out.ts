import type { Answer } from '../../shared/kernel/contract';
import { refusalText } from './refusal-text';

/** A page with data `busy`, `problem` for the open sheet, `pageProblem` for the page itself, and the open `sheet`. */
export interface ActingScreen {
  data: { sheet: string };
  setData(data: Record<string, unknown>): void;
}

/**
 * Waits for what somebody asked to be done: the page is busy until then, the sheet closes once it is done, and a
 * refusal stands where it was asked for.
 *
 * @returns what the cloud answered; null after a refusal
 */
export async function carryOut<Data>(screen: ActingScreen, asked: Promise<Answer<Data>>): Promise<Data | null> {
  screen.setData({ busy: true, problem: '', pageProblem: '' });
  const answer = await asked;
  if (!answer.ok) {
    screen.setData({ busy: false, [screen.data.sheet ? 'problem' : 'pageProblem']: refusalText(answer) });
    return null;
  }
  wx.vibrateShort({ type: 'light' });
  screen.setData({ busy: false, sheet: '' });
  return answer.data;
}
