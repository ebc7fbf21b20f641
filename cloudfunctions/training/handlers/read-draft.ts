import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import { draftView } from '../rules/draft-view';

export const readDraft: Handler<TrainingContract['readDraft']> = async ({ courseId }, { caller }) =>
  draftView(await authoredCourse(courseId, caller));
