import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { questionIdOf, sealedPlace } from '../documents';
import { actorOf, figuresOf, findLeaving, leavingView } from '../find-leaving';
import { checkQuestion, questioned } from '../rules/question';

export const questionSettlement: Handler<OffboardingContract['questionSettlement']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, words, ...asked } = input;
  const questionId = questionIdOf(requestId);
  const separation = await changeSeparation(
    () => findLeaving(separationId, caller, ['self']),
    {
      ...{ requestId, what: 'questionSettlement', actor: actorOf(caller) },
      decide: (found, act) => {
        const shown = figuresOf(found)?.statement ?? null;
        checkQuestion(found, asked, shown);
        const line = asked.lineAt === null ? null : (shown?.lines[asked.lineAt] ?? null);
        const place = sealedPlace(separationId, `question.${questionId}`);
        return questioned(found, questionId, seal(JSON.stringify({ line, words }), place), act);
      },
    },
    now,
  );
  return leavingView(separation, context);
};
