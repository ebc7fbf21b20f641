import type { Employment } from '../../../shared/people/model';
import type { RefusalCode } from '../../../shared/refusal';
import { isOver } from './allowed-on-person';

/** What of an earlier stint decides. */
type Known = Pick<Employment, 'stint' | 'status' | 'relievingDate'>;

/** Whether somebody's last day is over, by the dates before the word. */
export const hasLeft = ({ status, relievingDate }: Known, today: string) =>
  isOver(status) || (relievingDate !== null && relievingDate < today);

/** The stint that an employee number opens next, or why it opens none. */
export function nextStint(latest: Known | null, isReturn: boolean, today: string): number | RefusalCode {
  if (latest === null) return isReturn ? 'returner_unknown' : 1;
  if (!hasLeft(latest, today)) return 'employee_number_taken';
  return isReturn ? latest.stint + 1 : 'employee_number_left';
}

/** A person without an employment is what a killed adding left; what is younger than any living call is not. */
export function isAbandoned({ createdAt }: { createdAt: string }, quietSince: string): boolean {
  return createdAt < quietSince;
}
