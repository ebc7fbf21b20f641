import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { cardView } from '../cards';
import { wholeComingOf } from '../change-run';
import { isThere, paperView } from '../papers';
import { aroundRun } from '../since-left';
import { seen, viewerOf } from '../viewer';

/** One request; what training and community know is theirs to say, and is asked at once. */
export const readMyRun: Handler<OnboardingContract['readMyRun']> = async (_, { caller, now }) => {
  const { personId, isManager } = personOf(caller);
  const { run, earlier, card, papers } = await wholeComingOf(personId);
  const mine = { card: card && cardView(card) };
  if (run === null || run.state === 'cancelled') return { ...mine, run: null, papers: [], required: [], changes: null };
  const around = await aroundRun(run, earlier, isManager, now);
  return { ...mine, ...around, run: seen(run, viewerOf(caller), now), papers: papers.filter(isThere).map(paperView) };
};
