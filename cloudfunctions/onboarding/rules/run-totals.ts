import { addDays, dayOf, daysBetween, momentOn } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { workdayFrom } from '../../../shared/kernel/workday';
import { checkLeadDays, monthDays, reminderDays } from '../../../shared/onboarding/run';
import type { StoredActivity, StoredRun } from '../documents';

export const isClosed = ({ state }: Pick<StoredActivity, 'state'>) => state === 'done' || state === 'notApplicable';

/** The first of what has to be closed before; null when nothing is in the way. */
export function waitsFor(activity: Pick<StoredActivity, 'dependsOn'>, all: readonly StoredActivity[]) {
  return all.find((one) => activity.dependsOn.includes(one.key) && !isClosed(one)) ?? null;
}

/** The day on which the thirty-day check opens. */
export const checkOpensOn = (startsOn: Day): Day => workdayFrom(addDays(startsOn, monthDays - checkLeadDays));

/** In the morning of a workday, when people look at what there is to do. */
const morning = '09:00';
export const reminderDayOf = (startsOn: Day, day: number): Day => workdayFrom(addDays(startsOn, day));

/** Every moment at which a run does something by itself. */
function wakeMoments({ startsOn, activities }: Pick<StoredRun, 'startsOn' | 'activities'>): Instant[] {
  const begins = [startsOn, ...activities.map((activity) => activity.startsOn)].map((day) => momentOn(day, '00:00'));
  const reminds = reminderDays.map((day) => momentOn(reminderDayOf(startsOn, day), morning));
  const check = momentOn(checkOpensOn(startsOn), morning);
  return [...new Set([...begins, ...reminds, check].map((moment) => moment.toISOString()))].sort();
}

export const isOver = ({ state }: Pick<StoredRun, 'state'>) => state === 'completed' || state === 'cancelled';

/** The due day of nothing. */
export const never: Day = '9999-12-31';

/** Whoever has something to do now: open, not waiting for another, and its day has come. */
function openOwners(run: StoredRun, today: Day): string[] {
  if (isOver(run)) return [];
  const open = run.activities.filter(
    (activity) => !isClosed(activity) && activity.startsOn <= today && waitsFor(activity, run.activities) === null,
  );
  const isCheckOpen = run.state === 'inProcess' && today >= checkOpensOn(run.startsOn);
  const asked = isCheckOpen && run.check === null ? [run.personId] : [];
  const replies = isCheckOpen && run.check !== null && run.check.repliedAt === null ? [run.manager.personId] : [];
  return [...new Set([...open.map(({ ownerPersonId }) => ownerPersonId), ...asked, ...replies])];
}

function troubleOf(activities: readonly StoredActivity[]): StoredRun['trouble'] {
  const open = activities.filter((activity) => !isClosed(activity));
  const stuck = open.find(({ state }) => state === 'stuck');
  const [soonest] = open.filter(({ isRequired }) => isRequired).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const found = stuck ?? soonest;
  return found ? { title: found.title, ownerName: found.ownerName, words: found.words } : null;
}

/** The first day has come, or everything that has to be is closed and the month was talked over. */
function stateOf(run: StoredRun, today: Day): StoredRun['state'] {
  if (isOver(run)) return run.state;
  const isDone = run.activities.every((activity) => !activity.isRequired || isClosed(activity));
  if (isDone && run.check !== null && run.check.repliedAt !== null) return 'completed';
  return today >= run.startsOn ? 'inProcess' : 'pending';
}

/** Whoever is to greet and has done so, by whatever way they came to it, is done with it. */
function withGreetings({ activities, greetings }: StoredRun): StoredActivity[] {
  const greetedAt = new Map(greetings.map(({ personId, at }) => [personId, at]));
  return activities.map((activity) => {
    const at = activity.kind === 'greeting' ? greetedAt.get(activity.ownerPersonId) : undefined;
    if (at === undefined || isClosed(activity)) return activity;
    return { ...activity, state: 'done', closedAt: at, closedById: activity.ownerPersonId, words: '' };
  });
}

/** A run with everything that follows from its facts worked out anew, as of a moment. */
export function withTotals(run: StoredRun, now: Instant): StoredRun {
  const today = dayOf(now);
  const greeted: StoredRun = { ...run, activities: withGreetings(run) };
  const stated: StoredRun = { ...greeted, state: stateOf(greeted, today) };
  const { activities, startsOn, personId, buddy, manager, startedBy, _id } = stated;
  const required = activities.filter(({ isRequired }) => isRequired);
  const due = required.filter((activity) => !isClosed(activity)).map(({ dueOn }) => dueOn);
  const members = [personId, buddy.personId, manager.personId, startedBy.personId];
  const next = wakeMoments(stated).find((moment) => moment > now) ?? null;
  return {
    ...stated,
    isOpen: !isOver(stated),
    doneCount: required.filter(isClosed).length,
    totalCount: required.length,
    stuckCount: activities.filter(({ state }) => state === 'stuck').length,
    openDueOn: due.sort()[0] ?? never,
    trouble: troubleOf(activities),
    took: activities.flatMap(({ title, state, closedAt, startsOn: from }) =>
      state === 'done' && closedAt !== null ? [{ title, days: Math.max(0, daysBetween(from, dayOf(closedAt))) }] : [],
    ),
    memberIds: [...new Set([...members, ...activities.map(({ ownerPersonId }) => ownerPersonId)])],
    openOwnerIds: openOwners(stated, today),
    sort: `${startsOn}.${_id}`,
    wakeAt: isOver(stated) ? null : next,
  };
}
