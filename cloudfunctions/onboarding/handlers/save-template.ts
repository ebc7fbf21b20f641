import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { type StoredTemplate, templateIdOf } from '../documents';
import { checkTemplate } from '../rules/check-template';
import { mayChange, templateView } from '../rules/template-reach';
import { store } from '../store';

/** The id follows from whom it is for. Whoever wants it for others writes another one. */
export const saveTemplate: Handler<OnboardingContract['saveTemplate']> = async (input, { caller, now }) => {
  const { templateId, seenVersion, requestId, ...terms } = input;
  if (!mayChange(terms, caller.reach)) return refuse('branch_out_of_reach');
  checkTemplate(terms.activities);
  const _id = templateIdOf(terms.position, terms.departmentName, terms.branchId);
  const there = await store.templates.read(_id);
  if (there?.requestId === requestId) return templateView(there);
  if (templateId !== null && templateId !== _id) return refuse('template_not_found');
  await checkCourses(terms, there, now);
  const sort = `${terms.name}.${_id}`;
  if (there === null) {
    if (templateId !== null) return refuse('template_not_found');
    const fresh: StoredTemplate = { _id, ...terms, version: 1, isRetired: false, requestId, sort };
    return (await store.templates.insert(fresh)) ? templateView(fresh) : refuse('template_twice');
  }
  // One that was retired may be written again; its versions go on, so that runs know theirs.
  if (!there.isRetired && templateId === null) return refuse('template_twice');
  if (!there.isRetired && there.version !== seenVersion) return refuse('template_changed');
  const changed = await store.templates.changeOne(
    { _id, version: there.version },
    { ...terms, firstDay: by.exactly(terms.firstDay), version: there.version + 1, isRetired: false, requestId, sort },
  );
  return changed ? templateView(changed) : refuse('template_changed');
};

const mostCourses = 20;

/** A course that comes in is one that those whom the template is for may take; what stood there before may stay. */
async function checkCourses(
  { activities, branchId }: Pick<StoredTemplate, 'activities' | 'branchId'>,
  there: StoredTemplate | null,
  now: Date,
): Promise<void> {
  const before = (there?.activities ?? []).map(({ courseId }) => courseId);
  const named = activities.flatMap(({ courseId }) =>
    courseId === null || before.includes(courseId) ? [] : [courseId],
  );
  const courseIds = [...new Set(named)];
  if (courseIds.length === 0) return;
  if (courseIds.length > mostCourses) return refuse('template_activity_wrong');
  const answer = await ask('training', 'readOffered', { courseIds, branchId }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  if (answer.data.items.length < courseIds.length) return refuse('course_not_found');
}
