import type { RosterQuestion } from '../../../../shared/people/roster';

interface TwinRow {
  rowNumber: number;
  questions: readonly RosterQuestion[];
}

const chosen = ({ questions }: TwinRow) =>
  questions.some(({ kind, decision }) => kind === 'numberTwice' && decision === 'second') &&
  !questions.some(({ decision }) => decision === 'leaveOut');

/**
 * Which of the rows with one employee number counts: the last one that HR chose over the first, else the first. Answers
 * by which row each of the others is superseded; rows that HR turned down by their own decision are not superseded.
 */
export function supersededBy(first: TwinRow, later: readonly TwinRow[]): Map<number, number | null> {
  const winner = [...later].sort((a, b) => b.rowNumber - a.rowNumber).find(chosen);
  const rows = [first, ...later];
  return new Map(
    rows.map((row) => {
      const loses = winner !== undefined && row !== winner && (row === first || chosen(row));
      return [row.rowNumber, loses ? winner.rowNumber : null];
    }),
  );
}
