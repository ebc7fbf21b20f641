import type { ChangesSinceLeft } from '../../shared/onboarding/run';
import type { RequiredCourse } from '../../shared/training/learning';
import { ask } from '../platform/outbox';
import type { StoredRun } from './documents';
import { besideTemplate, daysOfComing, newActivities, timeAway } from './rules/since-left';

/** What training says of a coming; null where it does not answer. */
async function askTraining(run: StoredRun, renewedSince: { day: string; branchId: string } | null, now: Date) {
  const { personId } = run;
  const answer = await ask('training', 'readRequired', { personId, ...daysOfComing(run), renewedSince }, now);
  return answer.ok ? { ...answer.data, required: besideTemplate(answer.data.required, run) } : null;
}

/** One request to the database, in training. */
export async function requiredBeside(run: StoredRun, now: Date): Promise<RequiredCourse[] | null> {
  return (await askTraining(run, null, now))?.required ?? null;
}

async function missedArticles(run: StoredRun, leftOn: string, isManager: boolean, now: Date) {
  const { branchId, departmentName } = run;
  const reader = { branchId, departmentName, isManager };
  const answer = await ask('community', 'listMustReads', { reader, ...timeAway(run, leftOn, now) }, now);
  return answer.ok ? answer.data.items : null;
}

/** What is to be learnt beside the template, and what a returning colleague missed: two requests more for them. */
export async function aroundRun(
  run: StoredRun,
  earlier: StoredRun | null,
  isManager: boolean,
  now: Date,
): Promise<{ required: RequiredCourse[] | null; changes: ChangesSinceLeft | null }> {
  const { sinceLeft, branchId } = run;
  const [learnt, articles] = await Promise.all([
    askTraining(run, sinceLeft && { day: sinceLeft.leftOn, branchId }, now),
    sinceLeft && missedArticles(run, sinceLeft.leftOn, isManager, now),
  ]);
  const changes = { activities: newActivities(run, earlier), courses: learnt?.renewed ?? null, articles };
  return { required: learnt?.required ?? null, changes: sinceLeft && changes };
}
