import type { QuestionKind, RosterField, RosterQuestion, RosterReading } from '../../../../shared/people/roster';

export interface SettledRow {
  /** Null when the row stays out of the batch. */
  reading: RosterReading | null;
  says: RosterField[];
  /** What HR still has to decide. */
  open: QuestionKind[];
}

/** Whether a question still arises after the decisions before it: who has left has certainly started. */
const arises = ({ kind }: RosterQuestion, reading: RosterReading) =>
  kind !== 'futureStartPast' || reading.status === 'preboarding';

/** Optional fields of a stored reading may be undefined; those must not blank anything. */
function laidOver(reading: RosterReading, chosen: RosterQuestion['first']): RosterReading {
  const said = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return { ...reading, ...Object.fromEntries(said) };
}

/** Applies HR's decisions in order. With a question open, the row is read as far as it is decided. */
export function settleRow(
  base: RosterReading,
  says: readonly RosterField[],
  questions: readonly RosterQuestion[],
): SettledRow {
  let reading = base;
  const fields = new Set(says);
  const open: QuestionKind[] = [];
  for (const question of questions) {
    const { decision, kind } = question;
    // Of two rows with one number, the first reading is the other row.
    if (decision === 'leaveOut' || (kind === 'numberTwice' && decision === 'first')) {
      return { reading: null, says: [...fields], open: [] };
    }
    if (!arises(question, reading)) continue;
    if (decision === null) open.push(kind);
    if (decision === null || kind === 'numberTwice') continue;
    reading = laidOver(reading, question[decision]);
    for (const field of Object.keys(question[decision]) as RosterField[]) fields.add(field);
  }
  return { reading, says: [...fields], open };
}
