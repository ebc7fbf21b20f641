import { dayOf } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { markMilestone } from '../care/mark-milestone';

/** Whoever has left meanwhile, or wants no card, gets none; the fact has arrived all the same. */
export const recordMilestone: Handler<RecognitionContract['recordMilestone']> = async (input, { now }) => {
  const { factId, personId, occasion, title, at } = input;
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [person] = answer.data.items;
  if (person) await markMilestone({ factId, occasion, title, person, on: dayOf(at) }, now);
  return {};
};
