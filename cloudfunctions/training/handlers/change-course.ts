import type { TrainingContract } from '../../../shared/training/contract';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { checkedPrerequisites } from '../authoring/prerequisites';

export const changeCourse: Handler<TrainingContract['changeCourse']> = async ({ head, ...on }, { caller, now }) => {
  const { exam, ...rest } = head;
  return editDraft(on, caller, now, async ({ _id, branchId }) => {
    const locks = await checkedPrerequisites({ courseId: _id, branchId }, head.prerequisites);
    return { ...rest, locks, exam: by.exactly(exam) };
  });
};
