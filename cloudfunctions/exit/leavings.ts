import { addDays, dayOf, momentOn } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { markBoardsStale } from './boards';
import type { StoredInterview, StoredLeaving } from './documents';
import { leaversReason } from './rules/leaving';
import { store } from './store';
import { putTask } from './tell';

const atOnce = 50;
/** How long 今天 asks somebody who left to stay in touch. */
const askedDays = 60;

/** Invites whoever left to write what they want to share. Safe to repeat. */
export async function followLeaving(leaving: StoredLeaving, now: Date): Promise<void> {
  const { _id, personId, kind, pendingSince } = leaving;
  if (pendingSince === null) return;
  const closesAt = momentOn(addDays(dayOf(pendingSince), askedDays), '00:00').toISOString();
  const task = { taskId: `${_id}.alumni`, personIds: kind === 'death' ? [] : [personId], title: '保持联系' };
  const line = '想收到什么、让谁找到你，都由你定，随时可改可删';
  const page = '/packages/exit/pages/alumni-record/alumni-record';
  if (!(await putTask({ ...task, line, page, button: '去看看', dueAt: null, closesAt }, now))) return;
  await store.leavings.changeOne({ _id, pendingSince }, { pendingSince: null });
}

/** What a killed process left. */
export async function followLeavings(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.leavings.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (leaving) => followLeaving(leaving, now));
  return found.length;
}

/** What was said in the interview after the last day counts too. */
export async function followReasons(interview: StoredInterview, now: Date): Promise<void> {
  const { _id, managerView } = interview;
  const leaving = await store.leavings.read(_id);
  if (!leaving) return;
  const reasonId = leaversReason(interview, null) ?? leaving.reasonId;
  const managerReasonId = managerView?.reasonId ?? leaving.managerReasonId;
  if (reasonId === leaving.reasonId && managerReasonId === leaving.managerReasonId) return;
  await markBoardsStale(now);
  await store.leavings.changeOne({ _id }, { reasonId, managerReasonId, reasonFrom: 'leaver' });
}
