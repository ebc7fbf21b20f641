import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { removeFiles } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { readQuestionFile } from '../authoring/question-file';
import { questionIdOf } from '../documents';
import { planImport } from '../rules/question-import';

/** The file goes once its questions are in the bank: it holds the keys. */
export const importQuestions: Handler<TrainingContract['importQuestions']> = async (
  { fileId, ...on },
  { caller, now },
) => {
  const draft = await editDraft(on, caller, now, async (course) => {
    const { bank, preview } = planImport(await readQuestionFile(fileId), course.bank, questionIdOf);
    if (preview.fresh + preview.changed === 0) return refuse('question_file_nothing_new');
    return { bank, questionCount: bank.length };
  });
  await removeFiles([fileId]);
  return draft;
};
