import type { TrainingContract } from '../../../shared/training/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { checkedPrerequisites } from '../authoring/prerequisites';

export const changeCourse: Handler<TrainingContract['changeCourse']> = async ({ head, ...on }, { caller, now }) => {
  await checkedPrerequisites(on.courseId, head.prerequisites);
  const { exam, ...rest } = head;
  return editDraft(on, caller, now, () => ({ ...rest, exam: by.exactly(exam) }));
};
