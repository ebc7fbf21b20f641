import { dayOf, daysBetween, instant, timeOfDay } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask, deliver } from '../../platform/outbox';
import { hasLeft, presentColleagues } from '../colleagues';
import { type StoredLearning, shortHash } from '../documents';
import { reminderAfter } from '../rules/enrolment';
import { hearerOf, reminderOn, reminderWords } from '../rules/reminder';
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
  if (found.length === 0) return 0;
  const around = await peopleAround(found, now);
  if (around === null) return 0;
  await oneByOne(found, (learning) => remind(learning, around, now));
  return found.length;
}

/** Who of the learners works here, and who could help each of them. */
interface Around {
  isHere(personId: string): boolean;
  helpersOf(personId: string): { buddyId: string | null; managerId: string | null };
}

/** Null when nobody can say: the next minute asks again. */
async function peopleAround(learnings: readonly StoredLearning[], now: Date): Promise<Around | null> {
  const personIds = [...new Set(learnings.map(({ personId }) => personId))];
  const [learners, answer] = await Promise.all([
    presentColleagues(personIds, now),
    ask('onboarding', 'readBuddies', { personIds }, now),
  ]);
  if (learners === null || !answer.ok) return null;
  const buddies = new Map(answer.data.items.map(({ personId, buddyId }) => [personId, buddyId]));
  const managerOf = (personId: string) => learners.get(personId)?.managerPersonId ?? null;
  const helpers = await presentColleagues(
    [...buddies.values(), ...personIds.flatMap((one) => managerOf(one) ?? [])],
    now,
  );
  if (helpers === null) return null;
  const present = (personId: string | null) => (personId !== null && helpers.has(personId) ? personId : null);
  return {
    isHere: (personId) => learners.has(personId),
    helpersOf: (personId) => ({
      buddyId: present(buddies.get(personId) ?? null),
      managerId: present(managerOf(personId)),
    }),
  };
}

async function remind(learning: StoredLearning, around: Around, now: Date): Promise<void> {
  const { _id, personId, dueOn, remindOn, state, entrustedToId: askedId } = learning;
  const today = dayOf(now);
  const gone = around.isHere(personId) ? false : await hasLeft(personId, now);
  if (gone === null) return;
  if (gone) {
    await store.learnings.changeOne({ _id, remindOn }, { remindOn: null, entrustedToId: null });
    return;
  }
  const offset = dueOn === null || state === 'passed' ? null : reminderOn(dueOn, today);
  const next = { remindOn: reminderAfter(dueOn, today) };
  const hearer =
    offset === null || dueOn === null
      ? null
      : hearerOf(offset, { dueOn, remindOn }, { ...around.helpersOf(personId), askedId });
  const helperId = hearer === null || hearer === 'learner' ? null : hearer.personId;
  if (hearer !== null && offset !== null && dueOn !== null) {
    if (!(await tellStep(learning, { offset, dueOn, helperId }, now))) return;
  }
  await store.learnings.changeOne({ _id, remindOn }, { ...next, ...(helperId ? { entrustedToId: helperId } : {}) });
}

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
    ...reminderWords(helperId === null ? 'learner' : 'helper', learning, daysBetween(dayOf(now), dueOn)),
    requestId: requestOf('due', factId),
  };
  return deliver({ to: 'today', call: 'notify', input }, now);
}
