import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { hasLeft } from '../colleagues';
import { enrolPersons, learnersOf } from '../enrolling/enrol-persons';
import type { Learner } from '../rules/enrolment';

export const enrol: Handler<TrainingContract['enrol']> = async ({ personIds, courseIds, dueOn, cause }, { now }) => {
  const learners = await stillMeant(await learnersOf(personIds, now), now);
  if (learners.length === 0) return {};
  await enrolPersons({ learners, courseIds, dueOn, cause, givenById: null }, now);
  return {};
};

/** Who has left gets no course; who is not known here yet may be about to come. */
async function stillMeant(learners: readonly Learner[], now: Date): Promise<Learner[]> {
  const gone = await Promise.all(learners.map(({ personId, name }) => (name === '' ? hasLeft(personId, now) : false)));
  if (gone.includes(null)) return refuse('wait_and_repeat');
  return learners.filter((_, place) => !gone[place]);
}
