import type { InputOf } from '../../shared/kernel/contract';
import type { TodayContract } from '../../shared/today/contract';
import { deliver } from '../platform/outbox';
import type { ActivityHead } from './rules/activity';

const activityPage = (activityId: string) => `/packages/activities/pages/activity/activity?id=${activityId}`;

const requestOf = (word: string, id: string) =>
  `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0').slice(0, 64);
const personsAtOnce = 100;

type Notice = Omit<InputOf<TodayContract['notify']>, 'requestId' | 'personIds' | 'page' | 'kind'>;

/** A message into people's inboxes; the fact's id is the key. True once everybody has it. */
export async function tell(activityId: string, personIds: readonly string[], notice: Notice, now: Date) {
  for (let from = 0; from < personIds.length; from += personsAtOnce) {
    const some = personIds.slice(from, from + personsAtOnce);
    const requestId = requestOf('tell', notice.factId);
    const input = { ...notice, kind: 'community', personIds: some, page: activityPage(activityId), requestId };
    if (!(await deliver({ to: 'today', call: 'notify', input }, now))) return false;
  }
  return true;
}

/** 今天: the day before and the day itself, for those with a seat. */
export async function putDayTask(activity: ActivityHead, personIds: readonly string[], now: Date): Promise<boolean> {
  const { _id, title, place, startsAt, endsAt } = activity;
  const task = { taskId: `${_id}.day`, kind: 'community', lane: 'do', title, line: place, button: '看安排' };
  const when = { dueAt: startsAt, closesAt: endsAt, at: now.toISOString() };
  for (let from = 0; from < personIds.length; from += personsAtOnce) {
    const some = personIds.slice(from, from + personsAtOnce);
    const input = { ...task, ...when, page: activityPage(_id), personIds: some, requestId: requestOf('day', _id) };
    if (!(await deliver({ to: 'today', call: 'putTask', input }, now))) return false;
  }
  return true;
}

/** 今天: whoever was there is asked once how it was, until feedback closes. */
export function putFeedbackTask(activity: ActivityHead, personId: string, closesAt: string, now: Date) {
  const { _id, title } = activity;
  const task = { taskId: `${_id}.after`, kind: 'community', lane: 'enjoy', title, line: '这次活动怎么样？说两句' };
  const when = { dueAt: null, closesAt, at: now.toISOString() };
  const to = { page: activityPage(_id), personIds: [personId], requestId: requestOf('after', _id) };
  return deliver({ to: 'today', call: 'putTask', input: { ...task, ...when, ...to, button: '去反馈' } }, now);
}

export async function clearTask(activityId: string, which: 'day' | 'after', personIds: readonly string[], now: Date) {
  const [taskId, at] = [`${activityId}.${which}`, now.toISOString()];
  for (let from = 0; from < personIds.length; from += personsAtOnce) {
    const some = personIds.slice(from, from + personsAtOnce);
    const input = { taskId, personIds: some, at, requestId: requestOf(`no-${which}`, activityId) };
    if (!(await deliver({ to: 'today', call: 'clearTask', input }, now))) return false;
  }
  return true;
}
