import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { SinceLeft } from '../../../shared/onboarding/run';
import type { MatchReason, OwnerRole, TemplateActivity } from '../../../shared/onboarding/template';
import type { Named, StoredActivity, StoredRun, StoredTemplate } from '../documents';
import { plannedDays } from './plan-days';
import { withTotals } from './run-totals';

/** Who fills which role; a role that nobody fills is missing. */
export type Owners = Partial<Record<Exclude<OwnerRole, 'person'>, Named>>;

/** Somebody who is about to start, and the stint before this one. */
export interface Joiner {
  personId: string;
  employmentId: string;
  name: string;
  departmentId: string;
  departmentName: string;
  position: string;
  branchId: string;
  stint: number;
  startsOn: Day;
  earlier: { leftOn: Day; departmentName: string; position: string } | null;
}

export interface Beginning {
  joiner: Joiner;
  template: StoredTemplate;
  why: MatchReason[];
  owners: Owners;
  /** The persons whom the template names one by one. */
  persons: ReadonlyMap<string, string>;
  startedBy: Named;
  now: Instant;
}

/** The first owner of the template's activities whom nobody fills; null when all are there. */
export function unfilledRole(
  activities: readonly TemplateActivity[],
  owners: Owners,
  persons: ReadonlyMap<string, string>,
): OwnerRole | null {
  const missing = activities.find(({ owner, ownerPersonId }) =>
    owner === 'person' ? !persons.has(ownerPersonId ?? '') : owners[owner] === undefined,
  );
  if (missing) return missing.owner;
  // Everybody who comes has a buddy and a manager, whether the template gives them something to do or not.
  const always = (['buddy', 'manager'] as const).find((role) => owners[role] === undefined);
  return always ?? null;
}

/** Why it is closed from the beginning for somebody who returns. */
export const stillValid = '离开前已完成，仍然有效';

/** A template's activity as it stands in a run. Nobody may be missing. */
export function copied(
  activity: TemplateActivity,
  { joiner, owners, persons, now }: Pick<Beginning, 'joiner' | 'owners' | 'persons' | 'now'>,
): StoredActivity {
  const { staysValid, ...said } = activity;
  const { owner, ownerPersonId } = activity;
  const personId = ownerPersonId ?? '';
  const person = owner === 'person' ? { personId, name: persons.get(personId) ?? '' } : owners[owner];
  if (!person) throw new Error(`nobody fills ${owner}`);
  const isSkipped = joiner.earlier !== null && staysValid;
  return {
    ...said,
    ...plannedDays(activity, joiner.startsOn),
    ...{ ownerPersonId: person.personId, ownerName: person.name },
    ...(isSkipped
      ? { state: 'notApplicable', closedAt: now, closedById: null, words: stillValid }
      : { state: 'todo', closedAt: null, closedById: null, words: '' }),
  };
}

function sinceLeft({ earlier }: Joiner, activities: readonly StoredActivity[]): SinceLeft | null {
  if (earlier === null) return null;
  const skipped = activities.filter(({ words }) => words === stillValid).map(({ title }) => title);
  const { leftOn, departmentName: fromDepartment, position: fromPosition } = earlier;
  return { leftOn, fromDepartment, fromPosition, skipped };
}

/** The courses in which somebody has to be enrolled. */
export const openCourses = (activities: readonly StoredActivity[]) => [
  ...new Set(activities.flatMap(({ courseId, state }) => (courseId !== null && state === 'todo' ? [courseId] : []))),
];

/** A run as it begins: a copy, so that a changed template never touches it. Every role must be filled. */
export function newRun(beginning: Beginning, runId: string, requestId: string): StoredRun {
  const { joiner, template, why, owners, startedBy, now } = beginning;
  const { buddy, manager } = owners;
  if (!buddy || !manager) throw new Error('a run begins with a buddy and a manager');
  const { earlier: _, startsOn, ...person } = joiner;
  const activities = template.activities.map((activity) => copied(activity, beginning));
  return withTotals(
    {
      ...{ _id: runId, ...person, startsOn, state: 'pending', cancelReason: null },
      ...{ templateId: template._id, templateName: template.name, templateVersion: template.version, why },
      ...{ buddy, manager, startedBy, welcome: template.welcome, firstDay: template.firstDay, activities },
      ...{ greetings: [], check: null, sinceLeft: sinceLeft(joiner, activities) },
      ...{ isOpen: true, doneCount: 0, totalCount: 0, stuckCount: 0, openDueOn: startsOn, trouble: null, took: [] },
      ...{ memberIds: [], openOwnerIds: [], sort: '', version: 1, requestIds: [requestId], pendingSince: now },
      ...{ listsOf: [], notices: [], courseIds: openCourses(activities), wakeAt: null },
    },
    now,
  );
}
