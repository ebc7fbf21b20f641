import type { InputOf } from '../../shared/kernel/contract';
import type { Instant } from '../../shared/kernel/scalar';
import type { TodayContract } from '../../shared/today/contract';
import { deliver } from '../platform/outbox';
import { type SessionHead, signInWindow } from './rules/session';

const sessionPage = (sessionId: string) => `/packages/classroom/pages/session/session?id=${sessionId}`;

/** A request id that follows from what is told, so that it is the same with every try. */
export const requestOf = (word: string, id: string) =>
  `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0').slice(0, 64);

const personsAtOnce = 100;

async function inBatches(personIds: readonly string[], send: (some: string[]) => Promise<boolean>): Promise<boolean> {
  for (let from = 0; from < personIds.length; from += personsAtOnce) {
    if (!(await send(personIds.slice(from, from + personsAtOnce)))) return false;
  }
  return true;
}

type Told = Pick<InputOf<TodayContract['notify']>, 'factId' | 'title' | 'line'>;

/** A message into people's inboxes; the fact's id is the key. True once everybody has it. */
export function tell(sessionId: string, personIds: readonly string[], told: Told, now: Date): Promise<boolean> {
  const { factId, title, line } = told;
  const words = { factId, title: title.slice(0, 40), line: line.slice(0, 120), kind: 'growth', at: now.toISOString() };
  return inBatches(personIds, (some) => {
    const input = { ...words, personIds: some, page: sessionPage(sessionId), requestId: requestOf('tell', factId) };
    return deliver({ to: 'today', call: 'notify', input }, now);
  });
}

/** 今天: the session itself, for those with a seat. */
export function putOnToday(session: SessionHead, personIds: readonly string[], at: Instant, now: Date) {
  const { _id, title, place, startsAt, endsAt } = session;
  const task = {
    taskId: `${_id}.day`,
    kind: 'growth',
    lane: 'do',
    title: `上课：${title}`,
    line: place,
    button: '看安排',
  };
  return inBatches(personIds, (some) => {
    const to = { page: sessionPage(_id), personIds: some, requestId: requestOf('day', `${_id}-${at}`) };
    const input = { ...task, ...to, dueAt: startsAt, closesAt: endsAt, at };
    return deliver({ to: 'today', call: 'putTask', input }, now);
  });
}

/** 今天: whoever was there is asked once how it was, until feedback closes. */
export function askForFeedback(session: SessionHead, personId: string, at: Instant, now: Date): Promise<boolean> {
  const { _id, title } = session;
  const task = { taskId: `${_id}.after`, kind: 'growth', lane: 'enjoy', title, line: '这堂课怎么样？说两句有积分' };
  const when = { dueAt: null, closesAt: signInWindow(session).listUntil, at };
  const to = { page: sessionPage(_id), personIds: [personId], requestId: requestOf('after', _id) };
  return deliver({ to: 'today', call: 'putTask', input: { ...task, ...when, ...to, button: '去反馈' } }, now);
}

export function takeOffToday(
  sessionId: string,
  which: 'day' | 'after',
  { personId, at }: { personId: string; at: Instant },
  now: Date,
): Promise<boolean> {
  const requestId = requestOf(`no-${which}`, sessionId);
  const input = { taskId: `${sessionId}.${which}`, personIds: [personId], at, requestId };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}
