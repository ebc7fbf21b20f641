import { instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { boostIdOf, type StoredBoost } from '../documents';
import { checkBoostable } from '../rules/boost-thanks';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';
import { finishBoost } from '../thanks/finish-boost';

export const boostThanks: Handler<RecognitionContract['boostThanks']> = async (input, { caller, now }) => {
  const { cardId, pointsEach, requestId } = input;
  const { personId } = personOf(caller);
  const card = await store.thanks.read(cardId);
  if (!card) return refuse('thanks_not_found');
  checkBoostable(card, personId);
  const _id = boostIdOf(cardId, personId);
  const wanted: StoredBoost = { _id, cardId, personId, pointsEach, requestId, pendingSince: instant(now) };
  const boost = (await store.boosts.insert(wanted)) ? wanted : await store.boosts.read(_id);
  if (!boost) return refuse('wait_and_repeat');
  if (boost.requestId !== requestId) return refuse('thanks_boosted_already');
  if (boost.pointsEach !== pointsEach) return refuse('request_id_reused');
  if (boost.pendingSince === null) return thanksView(card, personId);
  const outcome = await finishBoost(boost, card, now);
  if (outcome === 'later') return refuse('wait_and_repeat');
  return typeof outcome === 'string' ? refuse(outcome) : thanksView(outcome, personId);
};
