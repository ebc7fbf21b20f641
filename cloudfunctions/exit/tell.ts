import type { InputOf } from '../../shared/kernel/contract';
import { instant } from '../../shared/kernel/day';
import type { TodayContract } from '../../shared/today/contract';
import { deliver } from '../platform/outbox';

type Notice = Omit<InputOf<TodayContract['notify']>, 'requestId' | 'kind' | 'at'>;
type Task = Omit<InputOf<TodayContract['putTask']>, 'requestId' | 'kind' | 'lane' | 'at'>;

const requestOf = (word: string, id: string) =>
  `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0').slice(0, 64);

/** A message into people's inboxes; the fact's id is the key. True once it is there, or there is nobody to tell. */
export async function tell(notice: Notice, now: Date): Promise<boolean> {
  if (notice.personIds.length === 0) return true;
  const input = { ...notice, kind: 'journey', at: instant(now), requestId: requestOf('tell', notice.factId) };
  return deliver({ to: 'today', call: 'notify', input }, now);
}

/** Something to do on 今天. */
export async function putTask(task: Task, now: Date): Promise<boolean> {
  if (task.personIds.length === 0) return true;
  const requestId = requestOf('put', task.taskId);
  const input = { ...task, kind: 'journey', lane: 'do', at: instant(now), requestId };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

/** Takes it off again: done, or no longer to be done. */
export async function clearTask(taskId: string, personIds: readonly string[], now: Date): Promise<boolean> {
  if (personIds.length === 0) return true;
  const input = { taskId, personIds, at: instant(now), requestId: requestOf('clear', taskId) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}
