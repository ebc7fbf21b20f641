import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { enrolPersons, learnersOf } from '../enrolling/enrol-persons';

export const enrol: Handler<TrainingContract['enrol']> = async ({ personIds, courseIds, dueOn, cause }, { now }) => {
  const learners = await learnersOf(personIds, now);
  await enrolPersons({ learners, courseIds, dueOn, cause, givenById: null }, now);
  return {};
};
