import { addDays } from '../../shared/kernel/day';
import { monthDays } from '../../shared/onboarding/run';
import { ask, deliver } from '../platform/outbox';
import type { StoredRun } from './documents';
import { isOver } from './rules/run-totals';
import { store } from './store';
import { oneLine, refreshTask, requestOf } from './tell';

/**
 * Sends what a change of a run left to be sent: lists of tasks, messages, enrolments. Every part of it can come twice.
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
  const isEnrolled = courseIds.length === 0 || isOver(run) || (await enrol(run, now));
  if (!lists.every(Boolean) || !told.every(Boolean) || !isEnrolled) return;
  await store.runs.changeOne(
    { _id, version },
    { pendingSince: null, listsOf: [], notices: [], ...(isEnrolled ? { courseIds: [] } : {}) },
  );
}

/** All that is required is learnt within the month. What training does not know any more is HR's to put right. */
async function enrol({ _id, personId, courseIds, startsOn }: StoredRun, now: Date): Promise<boolean> {
  const dueOn = addDays(startsOn, monthDays);
  const input = { personIds: [personId], courseIds, dueOn, cause: _id, requestId: requestOf(`enrol-${_id}`) };
  const answer = await ask('training', 'enrol', input, now);
  return answer.ok || answer.code === 'course_not_found';
}
