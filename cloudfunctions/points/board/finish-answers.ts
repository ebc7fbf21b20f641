import { instant } from '../../../shared/kernel/day';
import { Refusal } from '../../../shared/refusal';
import { is } from '../../platform/db';
import { cases } from '../store';
import { carryOutAnswer } from './carry-out-answer';

const leftBehindMillis = 60_000;
const casesAtOnce = 20;

/** Finishes answers whose function was killed. What cannot be carried out any more is open again. */
export async function finishAnswers(now: Date): Promise<{ answered: number }> {
  const cutoff = instant(new Date(now.getTime() - leftBehindMillis));
  const where = { answeringSince: is.between('', cutoff) };
  const left = await cases.list({ where, sortedBy: 'answeringSince', limit: casesAtOnce });
  let done = 0;
  for (const pointCase of left) {
    try {
      await carryOutAnswer(pointCase, now);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { answered: done };
}
