import type { BoardingKind, OwnerRole, TemplateActivity } from '../../../shared/onboarding/template';
import { refuse } from '../../../shared/refusal';

/** What not everybody can do: papers and courses are the new hire's own, and only these two greet in every run. */
const ownersOfKind: Partial<Record<BoardingKind, readonly OwnerRole[]>> = {
  upload: ['newHire'],
  course: ['newHire'],
  greeting: ['buddy', 'manager'],
};

/** Whether following what it waits for ever leads back to an activity. */
function isCircular(activities: readonly TemplateActivity[]): boolean {
  const waitsFor = new Map(activities.map(({ key, dependsOn }) => [key, dependsOn]));
  const open = new Set(waitsFor.keys());
  for (let isMoving = true; isMoving; ) {
    const free = [...open].filter((key) => (waitsFor.get(key) ?? []).every((before) => !open.has(before)));
    for (const key of free) open.delete(key);
    isMoving = free.length > 0;
  }
  return open.size > 0;
}

function isWhole({ owner, ownerPersonId, kind, paper, courseId }: TemplateActivity): boolean {
  if ((owner === 'person') !== (ownerPersonId !== null)) return false;
  if ((kind === 'upload') !== (paper !== null) || (kind === 'course') !== (courseId !== null)) return false;
  return ownersOfKind[kind]?.includes(owner) ?? true;
}

/** Refuses activities that nobody could ever close. */
export function checkTemplate(activities: readonly TemplateActivity[]): void {
  const keys = new Set(activities.map(({ key }) => key));
  const papers = activities.flatMap(({ paper }) => paper ?? []);
  const isRight =
    keys.size === activities.length &&
    new Set(papers).size === papers.length &&
    activities.every(isWhole) &&
    activities.every(({ dependsOn }) => dependsOn.every((key) => keys.has(key))) &&
    !isCircular(activities);
  if (!isRight) refuse('template_activity_wrong');
}
