import { instant } from '../../../shared/kernel/day';
import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { judgementOf } from '../rules/judge-thanks';
import { thanksView } from '../rules/send-thanks';
import { store } from '../store';
import { finishShowing } from '../thanks/finish-showing';

/** The last verdict holds: what was taken down can be shown again, and what is shown can be taken down. */
export const judgeThanks: Handler<RecognitionContract['judgeThanks']> = async (input, { caller, now }) => {
  const { cardId, verdict, reason, requestId } = input;
  const { personId } = personOf(caller);
  const judgement = judgementOf(verdict, reason);
  const judged = await store.thanks.changeOne(
    { _id: cardId, judgedBy: is.not(requestId) },
    { ...judgement, judgedBy: requestId, pendingSince: instant(now) },
  );
  const card = judged ?? (await store.thanks.read(cardId));
  if (!card) return refuse('thanks_not_found');
  return thanksView(await finishShowing(card, now), personId);
};
