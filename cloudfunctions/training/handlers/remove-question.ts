import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';

export const removeQuestion: Handler<TrainingContract['removeQuestion']> = async (
  { questionId, ...on },
  { caller, now },
) =>
  editDraft(on, caller, now, ({ bank }) => {
    const left = bank.filter((question) => question.questionId !== questionId);
    return { bank: left, questionCount: left.length };
  });
