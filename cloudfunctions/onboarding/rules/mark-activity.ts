import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { BoardingState } from '../../../shared/onboarding/run';
import { refuse } from '../../../shared/refusal';
import type { Named, StoredActivity, StoredRun } from '../documents';
import { plannedDays } from './plan-days';
import { runPage } from './run-page';
import { isClosed, waitsFor } from './run-totals';
import { isHrOf, mayMark, type Viewer } from './run-view';

export interface Marking {
  key: string;
  to: BoardingState;
  words: string;
  at: Instant;
}

/** Replaces one activity of a run. */
export const withActivity = (run: StoredRun, key: string, change: Partial<StoredActivity>): StoredRun => ({
  ...run,
  activities: run.activities.map((activity) => (activity.key === key ? { ...activity, ...change } : activity)),
});

/** Why somebody may not: what is in the way first, so that the sentence helps. */
function refuseMarking(run: StoredRun, activity: StoredActivity, viewer: Viewer, to: BoardingState): never {
  if (activity.ownerPersonId !== viewer.personId && !isHrOf(run, viewer)) return refuse('boarding_not_yours');
  if (waitsFor(activity, run.activities) !== null) return refuse('boarding_locked');
  if (activity.kind === 'course') return refuse('boarding_by_course');
  if (activity.kind === 'greeting' && to === 'done') return refuse('boarding_by_greeting');
  if (activity.kind === 'upload' && to === 'done') return refuse('boarding_paper_missing');
  return refuse('boarding_closed');
}

/** A run after its owner, or HR, said how an activity stands. */
export function marked(run: StoredRun, viewer: Viewer, { key, to, words, at }: Marking): StoredRun {
  const activity = run.activities.find((one) => one.key === key);
  if (
    !activity ||
    (activity.ownerPersonId !== viewer.personId && !run.memberIds.includes(viewer.personId) && !isHrOf(run, viewer))
  ) {
    return refuse('boarding_not_found');
  }
  if (activity.state === to && activity.words === words) return run;
  if (!mayMark(run, activity, viewer).includes(to)) return refuseMarking(run, activity, viewer, to);
  const needsWords = to === 'stuck' || to === 'notApplicable' || (to === 'done' && activity.kind === 'form');
  if (needsWords && words === '') return refuse('reason_missing');
  const closes = to === 'done' || to === 'notApplicable';
  const after = withActivity(run, key, {
    ...{ state: to, words },
    ...{ closedAt: closes ? at : null, closedById: closes ? viewer.personId : null },
  });
  return to === 'stuck' ? withStuckNotice(after, activity, viewer, words, at) : after;
}

/** What is still open is somebody else's from now on, from its beginning. Papers and courses are nobody else's. */
export function reassigned(run: StoredRun, key: string, { personId, name }: Named): StoredRun {
  const activity = run.activities.find((one) => one.key === key);
  if (!activity) return refuse('boarding_not_found');
  if (isClosed(activity) || activity.owner === 'newHire') return refuse('boarding_closed');
  return withActivity(run, key, { ownerPersonId: personId, ownerName: name, state: 'todo', words: '' });
}

/** HR who began it, and whose it is, hear that something does not move. */
function withStuckNotice(
  run: StoredRun,
  { key, title, ownerPersonId }: StoredActivity,
  viewer: Viewer,
  words: string,
  at: Instant,
) {
  const personIds = [...new Set([run.startedBy.personId, ownerPersonId])].filter((one) => one !== viewer.personId);
  if (personIds.length === 0) return run;
  const notice = {
    factId: `stuck.${run._id}.${key}.${Date.parse(at).toString(36)}`.slice(-64),
    personIds,
    title: `${run.name}的入职卡住了`,
    line: `${title}：${words}`,
    page: runPage(run._id),
  };
  return { ...run, notices: [...run.notices, notice] };
}

/** A paper arrived or was taken back, or a course was passed: what asks for it closes or opens. */
export function closedByFact(
  run: StoredRun,
  fits: (activity: StoredActivity) => boolean,
  isThere: boolean,
  at: Instant,
): StoredRun {
  const activities = run.activities.map((activity) => {
    if (!fits(activity) || activity.state === 'notApplicable') return activity;
    if (isThere === isClosed(activity)) return activity;
    const state: BoardingState = isThere ? 'done' : 'todo';
    return { ...activity, state, closedAt: isThere ? at : null, closedById: isThere ? run.personId : null, words: '' };
  });
  return { ...run, activities };
}

/** Another first day: what is still open gets new days, what was closed keeps its own. */
export function movedTo(run: StoredRun, startsOn: Day): StoredRun {
  const activities = run.activities.map((activity) =>
    isClosed(activity) ? activity : { ...activity, ...plannedDays(activity, startsOn) },
  );
  return { ...run, startsOn, activities };
}
