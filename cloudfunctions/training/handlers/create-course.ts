import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { mayAuthor } from '../authoring/draft';
import { courseIdOf, fingerprintOf } from '../documents';
import { newCourse } from '../rules/course';
import { draftView } from '../rules/draft-view';
import { store } from '../store';

export const createCourse: Handler<TrainingContract['createCourse']> = async (input, { caller, now }) => {
  const { requestId, ...head } = input;
  const { personId } = personOf(caller);
  if (!mayAuthor(caller, head.branchId)) return refuse('branch_out_of_reach');
  const [courseId, fingerprint] = [courseIdOf(personId, requestId), fingerprintOf(head)];
  const course = newCourse(head, { courseId, createdById: personId, fingerprint, requestId, at: instant(now) });
  if (await store.courses.insert(course)) return draftView(course);
  const earlier = (await store.courses.read(courseId)) ?? refuse('wait_and_repeat');
  return earlier.fingerprint === fingerprint ? draftView(earlier) : refuse('request_id_reused');
};
