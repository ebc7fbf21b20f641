import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { sealedPlace } from '../documents';
import { actorOf, leavingView } from '../find-leaving';
import { findMoney } from '../find-money';
import { answered } from '../rules/question';

export const answerQuestion: Handler<OffboardingContract['answerQuestion']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, questionId, outcome, words } = input;
  const sealedAnswer = seal(words, sealedPlace(separationId, `answer.${questionId}`));
  const separation = await changeSeparation(
    () => findMoney(separationId, caller),
    {
      ...{ requestId, what: `answerQuestion ${questionId}`, actor: actorOf(caller) },
      decide: (found, act) => answered(found, { questionId, outcome, sealedAnswer }, act),
    },
    now,
  );
  return leavingView(separation, context);
};
