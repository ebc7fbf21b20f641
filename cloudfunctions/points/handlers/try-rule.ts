import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { isSameQuestion, openTrial, trialView } from '../rules/board/trial';
import { trials } from '../store';

export const tryRule: Handler<PointsContract['tryRule']> = async ({ key, terms, requestId }, { caller, now }) => {
  const question = { requestId, askedBy: personOf(caller).personId, rule: key, terms };
  const opened = openTrial(question, now);
  if (await trials.insert(opened)) return trialView(opened, new Map());
  const earlier = await trials.read(requestId);
  return earlier && isSameQuestion(earlier, question) ? trialView(earlier, new Map()) : refuse('request_id_reused');
};
