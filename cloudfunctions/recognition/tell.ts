import type { InputOf } from '../../shared/kernel/contract';
import type { TodayContract } from '../../shared/today/contract';
import { ask, deliver } from '../platform/outbox';

type Notice = Omit<InputOf<TodayContract['notify']>, 'requestId'>;

/** A message into people's inboxes; the fact's id is the key. True once it is there, or there is nobody to tell. */
export async function tell(notice: Notice, now: Date): Promise<boolean> {
  if (notice.personIds.length === 0) return true;
  const requestId = `tell-${notice.factId.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0').slice(0, 64);
  return deliver({ to: 'today', call: 'notify', input: { ...notice, requestId } }, now);
}

/** Colleagues a question, and so persons a message. */
const colleaguesAtOnce = 50;

/** The same to everybody of a department but one. */
export async function tellDepartment(
  notice: Omit<Notice, 'personIds'>,
  { departmentId, except }: { departmentId: string; except: string },
  now: Date,
): Promise<boolean> {
  let next: { cursor?: string } | null = {};
  while (next !== null) {
    const asked: { cursor?: string } = next;
    const answer = await ask('people', 'listColleagues', { departmentId, limit: colleaguesAtOnce, ...asked }, now);
    if (!answer.ok) return false;
    const personIds = answer.data.items.map(({ personId }) => personId).filter((personId) => personId !== except);
    if (!(await tell({ ...notice, personIds }, now))) return false;
    next = answer.data.next === null ? null : { cursor: answer.data.next };
  }
  return true;
}
