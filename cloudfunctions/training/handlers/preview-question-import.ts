import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { readQuestionFile } from '../authoring/question-file';
import { questionIdOf } from '../documents';
import { planImport } from '../rules/question-import';

export const previewQuestionImport: Handler<TrainingContract['previewQuestionImport']> = async (
  { courseId, fileId },
  { caller },
) => {
  const { bank, draftVersion } = await authoredCourse(courseId, caller);
  const { table, finder } = await readQuestionFile(fileId);
  return { ...planImport(table, bank, questionIdOf, finder).preview, draftVersion };
};
