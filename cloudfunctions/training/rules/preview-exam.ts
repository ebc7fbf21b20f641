import type { StoredAttempt, StoredCourse } from '../documents';
import { judged, newAttempt } from './attempt';
import type { Answers } from './judging';

/**
 * An attempt at the exam of a draft that nobody makes: open, or with answers judged, its keys shown as after the last
 * attempt. Null where the draft has no exam or no questions yet.
 */
export function previewedAttempt(
  { _id: courseId, title, exam: terms, bank }: Pick<StoredCourse, '_id' | 'title' | 'exam' | 'bank'>,
  seed: number,
  answers: Answers | null,
  now: Date,
): StoredAttempt | null {
  if (!terms || bank.length === 0) return null;
  const nobody = { personId: '', courseId, title, branchId: '' };
  const given = { attemptId: `preview-${seed}`, number: terms.attempts, version: 0, bank, terms };
  const open = newAttempt(nobody, given, seed, now);
  if (answers === null) return open;
  const said = answers.flatMap((answer, place) => (answer ? [[`a${place}`, { ...answer, turn: 1 }]] : []));
  const handedIn: StoredAttempt = { ...open, answers: Object.fromEntries(said) };
  return { ...handedIn, state: 'judged', ...judged(handedIn) };
}
