import type { TrainingContract } from '../../../shared/training/contract';
import { cloudPathOf } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { checkForms } from '../authoring/check-forms';
import { editDraft } from '../authoring/draft';
import { withQuestion } from '../rules/course';
import { checkFilePlaces, picturesOf } from '../rules/lesson-files';

/** A picture that the bank has shown before was looked into then. */
export const writeQuestion: Handler<TrainingContract['writeQuestion']> = async (
  { question, ...on },
  { caller, now },
) => {
  const pictures = picturesOf([question]);
  checkFilePlaces(pictures, cloudPathOf);
  return editDraft(on, caller, now, async ({ bank }) => {
    const shown = picturesOf(bank);
    await checkForms(
      'quiz',
      pictures.filter((fileId) => !shown.includes(fileId)),
    );
    const written = withQuestion(bank, question);
    return { bank: written, questionCount: written.length };
  });
};
