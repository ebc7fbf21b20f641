import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { careView } from '../rules/sign-care';
import { store } from '../store';

/** Nobody else reads it, and the person not before the day. */
export const readCareCard: Handler<RecognitionContract['readCareCard']> = async ({ careId }, { caller }) => {
  const card = await store.care.read(careId);
  const isMine = card?.personId === personOf(caller).personId && card.state === 'delivered';
  return isMine ? careView(card) : refuse('care_card_not_found');
};
