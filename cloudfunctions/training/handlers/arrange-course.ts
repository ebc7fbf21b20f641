import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { arranged } from '../rules/course';

export const arrangeCourse: Handler<TrainingContract['arrangeCourse']> = async ({ chapters, ...on }, { caller, now }) =>
  editDraft(on, caller, now, (course) => ({ ...arranged(course, chapters) }));
