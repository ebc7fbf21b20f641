import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { mayAuthor } from '../authoring/draft';
import { pathIdOf } from '../documents';
import { remembering } from '../rules/course';
import { checkStages, storedPathView } from '../rules/path';
import { store } from '../store';

export const writePath: Handler<TrainingContract['writePath']> = async (input, { caller }) => {
  const { pathId, version, requestId, ...content } = input;
  if (!mayAuthor(caller, content.branchId)) return refuse('branch_out_of_reach');
  const courseIds = checkStages(content.stages);
  const _id = pathId ?? pathIdOf(personOf(caller).personId, requestId);
  const [known, courses] = await Promise.all([
    store.paths.read(_id),
    store.courses.list({
      where: { _id: is.among(courseIds) },
      limit: courseIds.length,
      fields: ['title', 'published'],
    }),
  ]);
  if (known?.lastRequestIds.includes(requestId)) return storedPathView(known);
  if (known ? !mayAuthor(caller, known.branchId) : pathId !== null) return refuse('path_not_found');
  if (courses.filter(({ published }) => published !== null).length < courseIds.length)
    return refuse('course_not_found');
  const titles = courses.map((course) => ({ courseId: course._id, title: course.published?.title ?? course.title }));
  const written = { ...content, courseIds, titles };
  if (!known) {
    const path = { ...written, _id, version: 1, lastRequestIds: [requestId], sort: _id };
    return (await store.paths.insert(path)) ? storedPathView(path) : refuse('path_changed');
  }
  const lastRequestIds = remembering(known.lastRequestIds, requestId);
  const changed = await store.paths.changeOne({ _id, version }, { ...written, lastRequestIds, version: version + 1 });
  return changed ? storedPathView(changed) : refuse('path_changed');
};
