import { mostActivities } from '../../../shared/onboarding/template';
import type { StoredRun, StoredTemplate } from '../documents';
import { type Beginning, copied, openCourses } from './new-run';

/** Adds the activities that a template has and a run has not. What is there stays as it is, whatever became of it. */
export function reapplied(
  run: StoredRun,
  template: StoredTemplate,
  begun: Pick<Beginning, 'joiner' | 'owners' | 'persons' | 'now'>,
): StoredRun {
  const known = new Set(run.activities.map(({ key }) => key));
  const added = template.activities
    .filter(({ key }) => !known.has(key))
    .slice(0, mostActivities - known.size)
    .map((activity) => copied(activity, begun));
  return {
    ...run,
    activities: [...run.activities, ...added],
    templateVersion: template.version,
    courseIds: [...new Set([...run.courseIds, ...openCourses(added)])],
  };
}
