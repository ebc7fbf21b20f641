import { dayOf } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { markMilestone } from '../care/mark-milestone';

export const congratulateColleague: Handler<RecognitionContract['congratulateColleague']> = async (input, { now }) => {
  const { personId, occasion, title, requestId } = input;
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [person] = answer.data.items;
  if (!person) return refuse('colleague_not_found');
  const outcome = await markMilestone({ factId: requestId, occasion, title, person, on: dayOf(now) }, now);
  if (outcome === 'off') return refuse('care_rule_off');
  return outcome === 'unwanted' ? refuse('care_unwanted') : {};
};
