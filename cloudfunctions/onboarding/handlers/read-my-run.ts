import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { cardView } from '../cards';
import { newestRunOf } from '../change-run';
import { papersOf, paperView } from '../papers';
import { store } from '../store';
import { seen, viewerOf } from '../viewer';

export const readMyRun: Handler<OnboardingContract['readMyRun']> = async (_, { caller, now }) => {
  const { personId } = personOf(caller);
  const [run, card] = await Promise.all([newestRunOf(personId), store.cards.read(personId)]);
  const isShown = run !== null && run.state !== 'cancelled';
  return {
    run: isShown ? seen(run, viewerOf(caller), now) : null,
    papers: isShown ? (await papersOf(run._id)).map(paperView) : [],
    card: card && cardView(card),
  };
};
