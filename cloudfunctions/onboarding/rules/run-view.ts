import type { Role } from '../../../shared/kernel/role';
import type { Day } from '../../../shared/kernel/scalar';
import type {
  BoardingActivity,
  BoardingState,
  OnboardingRun,
  RunHealth,
  RunLine,
} from '../../../shared/onboarding/run';
import { type Reach, reaches } from '../../../shared/people/identity';
import type { StoredActivity, StoredRun } from '../documents';
import { stillValid } from './new-run';
import { checkOpensOn, isClosed, isOver, waitsFor } from './run-totals';

/** Who looks at a run. */
export interface Viewer {
  personId: string;
  roles: readonly Role[];
  reach: Reach;
  departmentName: string;
}

/** HR within reach, but nobody is HR of their own coming. */
export const isHrOf = (run: Pick<StoredRun, 'personId' | 'branchId'>, { personId, reach }: Viewer) =>
  run.personId !== personId && reaches(reach, run.branchId);

/** Whether all of it is shown: to whoever comes, their buddy, their manager and HR. Others see their own part. */
export const seesAll = (run: StoredRun, viewer: Viewer) =>
  [run.personId, run.buddy.personId, run.manager.personId].includes(viewer.personId) || isHrOf(run, viewer);

/**
 * The buddy, the manager, HR, colleagues of the department, and who was asked to by an activity; nobody greets
 * themselves.
 */
export const mayGreet = (run: StoredRun, viewer: Viewer): boolean =>
  run.personId !== viewer.personId &&
  (seesAll(run, viewer) ||
    run.departmentName === viewer.departmentName ||
    run.activities.some(({ kind, ownerPersonId }) => kind === 'greeting' && ownerPersonId === viewer.personId));

/** Who may know what somebody learns and how they find it here: they themselves, their manager and HR. */
export const isConfidant = (run: StoredRun, viewer: Viewer) =>
  [run.personId, run.manager.personId].includes(viewer.personId) || isHrOf(run, viewer);

export const maySee = (run: StoredRun, viewer: Viewer) =>
  seesAll(run, viewer) || run.memberIds.includes(viewer.personId);

/** What somebody may set an activity to: the same conditions by which marking is refused. */
export function mayMark(run: StoredRun, activity: StoredActivity, viewer: Viewer): BoardingState[] {
  const isHr = isHrOf(run, viewer);
  if (isOver(run) || (activity.ownerPersonId !== viewer.personId && !isHr)) return [];
  if (waitsFor(activity, run.activities) !== null) return isHr ? ['notApplicable'] : [];
  const byHand = activity.kind === 'tick' || activity.kind === 'form';
  const reachable: Record<BoardingState, BoardingState[]> = {
    todo: [...(byHand ? (['doing', 'done'] as const) : []), 'stuck'],
    doing: [...(byHand ? (['done'] as const) : []), 'stuck'],
    stuck: [...(byHand ? (['doing', 'done'] as const) : (['todo'] as const))],
    done: byHand ? ['doing'] : [],
    notApplicable: isHr ? ['todo'] : [],
  };
  const open = !isClosed(activity) && isHr ? (['notApplicable'] as const) : [];
  return [...reachable[activity.state], ...open];
}

export function activityView(run: StoredRun, activity: StoredActivity, viewer: Viewer): BoardingActivity {
  const { key, title, about, owner, ownerPersonId, ownerName, kind, paper, courseId, isRequired } = activity;
  const { startsOn, dueOn, state, closedAt, words } = activity;
  const isClose = ownerPersonId === viewer.personId || isHrOf(run, viewer) || state === 'stuck';
  return {
    ...{ key, title, about, owner, ownerPersonId, ownerName, kind, paper, courseId, isRequired },
    ...{ startsOn, dueOn, state, closedAt, words: isClose || words === stillValid ? words : '' },
    waitsFor: waitsFor(activity, run.activities)?.title ?? null,
    may: mayMark(run, activity, viewer),
  };
}

function allowedIn(run: StoredRun, viewer: Viewer, today: Day): OnboardingRun['allowed'] {
  const { personId } = viewer;
  const [isHr, isOpen] = [isHrOf(run, viewer), !isOver(run)];
  const hasGreeted = run.greetings.some((one) => one.personId === personId);
  const isCheckOpen = run.state === 'inProcess' && today >= checkOpensOn(run.startsOn);
  const allowed: [OnboardingRun['allowed'][number], boolean][] = [
    ['greet', isOpen && !hasGreeted && mayGreet(run, viewer)],
    ['answerCheck', isCheckOpen && run.personId === personId && run.check === null],
    ['replyCheck', run.manager.personId === personId && run.check !== null && run.check.repliedAt === null],
    ['reassign', isHr && isOpen],
    ['planFirstDay', isHr && isOpen],
    ['reapply', isHr && isOpen],
    ['cancel', isHr && isOpen],
    ['seePapers', isHr],
  ];
  return allowed.flatMap(([action, isAllowed]) => (isAllowed ? [action] : []));
}

/** A run as one viewer sees it. What they wrote about each other in the check stays between the two and HR. */
export function runView(run: StoredRun, viewer: Viewer, today: Day): OnboardingRun {
  const { _id, personId, name, departmentName, position, branchId, startsOn, state, stint, why, firstDay } = run;
  const { welcome, greetings, templateName, templateVersion, sinceLeft, cancelReason, doneCount, totalCount } = run;
  const isWhole = seesAll(run, viewer);
  const shown = isWhole ? run.activities : run.activities.filter((one) => one.ownerPersonId === viewer.personId);
  return {
    ...{ _id, personId, name, departmentName, position, branchId, startsOn, state, stint, why, firstDay, today },
    ...{ templateName, templateVersion, cancelReason, done: doneCount, total: totalCount },
    ...{ buddyName: run.buddy.name, managerName: run.manager.name },
    ...{ welcome: isWhole ? welcome : '', greetings: isWhole ? greetings : [] },
    ...{ sinceLeft: isWhole ? sinceLeft : null, check: isConfidant(run, viewer) ? run.check : null },
    activities: shown.map((activity) => activityView(run, activity, viewer)),
    allowed: allowedIn(run, viewer, today),
  };
}

/** What a line of HR's board is made of; activities stay out, they are long. */
export const headFields = [
  'personId',
  'name',
  'departmentName',
  'position',
  'branchId',
  'startsOn',
  'state',
  'doneCount',
  'totalCount',
  'stuckCount',
  'openDueOn',
  'trouble',
  'sort',
] as const satisfies readonly (keyof StoredRun)[];
type RunHead = Pick<StoredRun, '_id' | (typeof headFields)[number]>;

export function healthOf(run: Pick<StoredRun, 'stuckCount' | 'openDueOn' | 'state'>, today: Day): RunHealth {
  if (isOver(run)) return 'onTrack';
  if (run.stuckCount > 0) return 'stuck';
  return run.openDueOn < today ? 'late' : 'onTrack';
}

export function runLine(run: RunHead, today: Day): RunLine {
  const { _id, personId, name, departmentName, position, branchId, startsOn, state, doneCount, totalCount } = run;
  const health = healthOf(run, today);
  return {
    ...{ _id, personId, name, departmentName, position, branchId, startsOn, state, done: doneCount, total: totalCount },
    health,
    trouble: health === 'onTrack' ? null : run.trouble,
  };
}
