import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { careRuleFor } from '../care/care-rules';
import { changedCareRule, isSameRule } from '../rules/care-rule';
import { store } from '../store';

/** The version guards against somebody who was faster; a repeat finds its own change and answers it again. */
export const changeCareRule: Handler<RecognitionContract['changeCareRule']> = async (input) => {
  const { requestId, ...wanted } = input;
  const rule = changedCareRule(wanted);
  const { giftCardId } = wanted;
  if (giftCardId !== null && !(await store.giftCards.read(giftCardId))) return refuse('gift_card_not_found');
  const { _id, ...change } = rule;
  const isFirst = wanted.version === 0 && (await store.careRules.insert(rule));
  const changed = isFirst ? rule : await store.careRules.changeOne({ _id, version: wanted.version }, change);
  const now = changed ?? (await careRuleFor(_id));
  return isSameRule(now, rule) ? now : refuse('care_rule_changed');
};
