import { dayOf, daysBetween, instant, timeOfDay } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask, deliver } from '../../platform/outbox';
import { type StoredLearning, shortHash } from '../documents';
import { reminderAfter } from '../rules/enrolment';
import { reminderOn, reminderWords } from '../rules/reminder';
import { store } from '../store';
import { coursePage, requestOf } from '../tell';

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
  if (managers === null) return 0;
  await oneByOne(found, (learning) => remind(learning, managers.get(learning.personId) ?? null, now));
  return found.length;
}

/** Null when nobody can say: the next minute asks again. */
async function managersOf(learnings: readonly StoredLearning[], now: Date): Promise<Map<string, string | null> | null> {
  const personIds = [...new Set(learnings.map(({ personId }) => personId))];
  if (personIds.length === 0) return new Map();
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  if (!answer.ok) return null;
  return new Map(answer.data.items.map(({ personId, managerPersonId }) => [personId, managerPersonId]));
}

async function remind(learning: StoredLearning, managerId: string | null, now: Date): Promise<void> {
  const { _id, dueOn, remindOn, state } = learning;
  const today = dayOf(now);
  const step = dueOn === null || state === 'passed' ? null : reminderOn(dueOn, today);
  const helperId = step?.to === 'manager' ? managerId : null;
  if (step && dueOn && !(await tellStep(learning, { offset: step.offset, dueOn, helperId }, now))) return;
  const entrusted = helperId === null ? {} : { entrustedToId: helperId };
  await store.learnings.changeOne({ _id, remindOn }, { remindOn: reminderAfter(dueOn, today), ...entrusted });
}

/** Where there is no manager the learner hears it themselves. */
function tellStep(
  learning: StoredLearning,
  { offset, dueOn, helperId }: { offset: number; dueOn: Day; helperId: string | null },
  now: Date,
): Promise<boolean> {
  const { _id, personId, courseId } = learning;
  // Wanted by another day, it is another reminder.
  const factId = `due.${shortHash(_id)}.${dueOn}.${offset}`;
  const page = helperId === null ? coursePage(courseId) : entrustedPage;
  const input = {
    ...{ factId, personIds: [helperId ?? personId], kind: 'growth', page, at: instant(now) },
    ...reminderWords(helperId === null ? 'learner' : 'manager', learning, daysBetween(dayOf(now), dueOn)),
    requestId: requestOf('due', factId),
  };
  return deliver({ to: 'today', call: 'notify', input }, now);
}
