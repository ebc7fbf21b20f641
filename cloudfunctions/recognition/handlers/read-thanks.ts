import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { maySeeThanks } from '../rules/may-see-thanks';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';

export const readThanks: Handler<RecognitionContract['readThanks']> = async ({ cardId }, { caller }) => {
  const { personId } = personOf(caller);
  const card = await store.thanks.read(cardId);
  if (!card || !maySeeThanks(card, { personId, roles: caller.roles })) return refuse('thanks_not_found');
  return thanksView(card, personId);
};
