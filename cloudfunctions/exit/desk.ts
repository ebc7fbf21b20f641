import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../shared/kernel/scalar';
import { ask } from '../platform/outbox';
import { type Desk, fingerprintOf } from './documents';
import { clearTask, putTask } from './tell';

/** What waits for HR, and for whom of them. */
export interface DeskTask {
  taskId: string;
  branchId: string;
  /** Whom it is not put before: nobody is asked to interview themselves. */
  exceptId: string | null;
  /** Null when there is nothing more to do. */
  wanted: {
    title: string;
    line: string;
    button: string;
    page: string;
    dueAt: Instant | null;
    closesAt: Instant | null;
  } | null;
}

/**
 * Brings HR's task in line. Whose lists it is going to be on is written down first, so that nothing stays on anybody's
 * list that its document does not know of. Answers what holds then; undefined when that could not be done just now.
 */
export async function followDesk(
  present: Desk | null,
  { taskId, branchId, exceptId, wanted }: DeskTask,
  announce: (desk: Desk) => Promise<boolean>,
  now: Date,
): Promise<Desk | null | undefined> {
  const before = present?.personIds ?? [];
  if (wanted === null) return (await clearTask(taskId, before, now)) ? null : undefined;
  const key = fingerprintOf(wanted);
  if (present?.key === key) return present;
  const answer = await ask('people', 'readRoleHolders', { role: 'hr', branchId }, now);
  if (!answer.ok) return undefined;
  const personIds = answer.data.items.map(({ personId }) => personId).filter((personId) => personId !== exceptId);
  const announced = { key: '', personIds: [...new Set([...before, ...personIds])] };
  if (!isDeepStrictEqual(announced, present) && !(await announce(announced))) return undefined;
  const gone = before.filter((personId) => !personIds.includes(personId));
  const isDone =
    (await clearTask(taskId, gone, now)) &&
    (await putTask({ ...wanted, title: wanted.title.slice(0, 40), taskId, personIds }, now));
  return isDone ? { key, personIds } : undefined;
}
