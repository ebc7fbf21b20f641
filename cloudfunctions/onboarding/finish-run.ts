import { addDays, dayOf } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import { monthDays } from '../../shared/onboarding/run';
import { is } from '../platform/db';
import { ask, deliver } from '../platform/outbox';
import type { StoredRun } from './documents';
import { isOver } from './rules/run-totals';
import { store } from './store';
import { oneLine, refreshTask, requestOf } from './tell';

/**
 * Does what a change of a run left to be done: lists of tasks, messages, enrolments, and what goes when nobody comes.
 * Every part of it can come twice.
 * What did not arrive stays written, and the sweep tries again.
 */
export async function finishRun(run: StoredRun, now: Date): Promise<void> {
  const { _id, version, listsOf, notices, courseIds } = run;
  const lists = await Promise.all(listsOf.map((personId) => refreshTask(personId, now)));
  const told = await Promise.all(
    notices.map((notice) => {
      const words = { title: oneLine(notice.title, 40), line: oneLine(notice.line, 120) };
      const sent = { kind: 'journey', at: now.toISOString(), requestId: requestOf(notice.factId) };
      const input = { ...notice, ...words, ...sent };
      return deliver({ to: 'today', call: 'notify', input }, now);
    }),
  );
  if (run.state === 'cancelled') await letGo(run, dayOf(now));
  const isEnrolled = courseIds.length === 0 || isOver(run) || (await enrol(run, now));
  if (!lists.every(Boolean) || !told.every(Boolean) || !isEnrolled) return;
  await store.runs.changeOne({ _id, version }, { pendingSince: null, listsOf: [], notices: [], courseIds: [] });
}

/** Nobody comes: the job removes the papers within the minute, and nobody is introduced to the department. */
async function letGo({ _id: runId, personId }: StoredRun, today: Day): Promise<void> {
  await store.papers.changeAll({ runId, deleteOn: is.above(today) }, { deleteOn: today });
  await store.cards.removeAll({ _id: personId, runId });
}

/** All that is required is learnt within the month. What training does not know any more is HR's to put right. */
async function enrol({ _id, personId, courseIds, startsOn }: StoredRun, now: Date): Promise<boolean> {
  const dueOn = addDays(startsOn, monthDays);
  const input = { personIds: [personId], courseIds, dueOn, cause: _id, requestId: requestOf(`enrol-${_id}`) };
  const answer = await ask('training', 'enrol', input, now);
  return answer.ok || answer.code === 'course_not_found';
}
