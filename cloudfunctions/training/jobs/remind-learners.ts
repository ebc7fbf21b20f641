import { dayOf, daysBetween, instant, timeOfDay } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { ask, deliver } from '../../platform/outbox';
import { type StoredLearning, shortHash } from '../documents';
import { reminderAfter } from '../rules/enrolment';
import { type ReminderStep, reminderOn, reminderWords } from '../rules/reminder';
import { store } from '../store';
import { coursePage } from '../tell';

const atOnce = 50;
/** Nobody is reminded before they are at work. */
const remindsFrom = '09:00';
const entrustedPage = '/packages/training/pages/entrusted/entrusted';

/** Says what is due to be said today, once; a timer that was away says the last of it. */
export async function remindLearners(now: Date): Promise<number> {
  if (timeOfDay(now) < remindsFrom) return 0;
  const today = dayOf(now);
  const found = await store.learnings.list({ where: { remindOn: is.between('', today) }, limit: atOnce });
  const managers = await managersOf(found, now);
  for (const learning of found) await remind(learning, managers.get(learning.personId) ?? null, now);
  return found.length;
}

async function managersOf(learnings: readonly StoredLearning[], now: Date): Promise<Map<string, string | null>> {
  const personIds = [...new Set(learnings.map(({ personId }) => personId))];
  if (personIds.length === 0) return new Map();
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  if (!answer.ok) return new Map();
  return new Map(answer.data.items.map(({ personId, managerPersonId }) => [personId, managerPersonId]));
}

async function remind(learning: StoredLearning, managerId: string | null, now: Date): Promise<void> {
  const { _id, dueOn, remindOn, state } = learning;
  const today = dayOf(now);
  const step = dueOn === null || state === 'passed' ? null : reminderOn(dueOn, today);
  const helperId = step && step.to !== 'learner' ? managerId : null;
  const isTold = step && dueOn ? await tellStep(learning, step, helperId, daysBetween(today, dueOn), now) : true;
  if (!isTold) return;
  const entrusted = helperId === null ? {} : { entrustedToId: helperId };
  await store.learnings.changeOne({ _id, remindOn }, { remindOn: reminderAfter(dueOn, today), ...entrusted });
}

function tellStep(learning: StoredLearning, step: ReminderStep, helperId: string | null, days: number, now: Date) {
  const { _id, personId, courseId } = learning;
  const hash = shortHash(_id);
  const toPersonId = step.to === 'learner' ? personId : (helperId ?? personId);
  const page = toPersonId === personId ? coursePage(courseId) : entrustedPage;
  const input = {
    ...{ factId: `due.${hash}.${step.offset}`, personIds: [toPersonId], kind: 'growth', page, at: instant(now) },
    ...reminderWords(step, learning, days),
    requestId: `due-${hash.replace(/_/g, '-')}`.padEnd(16, '0'),
  };
  return deliver({ to: 'today', call: 'notify', input }, now);
}
