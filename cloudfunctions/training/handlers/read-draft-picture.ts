import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { temporaryUrls } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { filesOf, picturesOf } from '../rules/lesson-files';

/** Only of what stands in this draft: another file's id opens nothing. */
export const readDraftPicture: Handler<TrainingContract['readDraftPicture']> = async (input, { caller }) => {
  const { courseId, fileId } = input;
  const { bank, lessons } = await authoredCourse(courseId, caller);
  if (![...picturesOf(bank), ...lessons.flatMap(filesOf)].includes(fileId)) return refuse('lesson_file_foreign');
  return { url: (await temporaryUrls([fileId])).get(fileId) ?? refuse('lesson_file_foreign') };
};
