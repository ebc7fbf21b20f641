import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Question } from '../../../shared/training/question';
import { removeFiles, writeFile } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { editDraft } from '../authoring/draft';
import { type QuestionFile, readQuestionFile } from '../authoring/question-file';
import { questionIdOf } from '../documents';
import { type ImportPlan, planImport } from '../rules/question-import';

/** As many pictures as are on their way at once. */
const abreast = 8;

/** The file goes once its questions are in the bank: it holds the keys. */
export const importQuestions: Handler<TrainingContract['importQuestions']> = async (
  { fileId, ...on },
  { caller, now },
) => {
  const draft = await editDraft(on, caller, now, async (course) => {
    const file = await readQuestionFile(fileId);
    const plan = planImport(file.table, course.bank, questionIdOf, file.finder);
    if (plan.preview.fresh + plan.preview.changed === 0) return refuse('question_file_nothing_new');
    const bank = await withPictures(plan, file);
    return { bank, questionCount: bank.length };
  });
  await removeFiles([fileId]);
  return draft;
};

/** Pictures stand by what they show, so that whatever was cut off writes the same again. */
async function withPictures({ bank, pictures }: ImportPlan, file: QuestionFile): Promise<Question[]> {
  const paths = [...new Set(pictures.map(({ path }) => path))];
  const fileIds = new Map<string, string>();
  for (let from = 0; from < paths.length; from += abreast) {
    await Promise.all(
      paths.slice(from, from + abreast).map(async (path) => {
        const content = file.pictureAt(path);
        if (content) fileIds.set(path, await writeFile(path, content));
      }),
    );
  }
  const byQuestion = new Map(pictures.map(({ questionId, path }) => [questionId, fileIds.get(path)]));
  return bank.map((question) => {
    const picture = byQuestion.get(question.questionId);
    return picture === undefined ? question : { ...question, picture };
  });
}
