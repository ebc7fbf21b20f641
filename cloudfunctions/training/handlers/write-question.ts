import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { withQuestion } from '../rules/course';

export const writeQuestion: Handler<TrainingContract['writeQuestion']> = async ({ question, ...on }, { caller, now }) =>
  editDraft(on, caller, now, ({ bank }) => {
    const written = withQuestion(bank, question);
    return { bank: written, questionCount: written.length };
  });
