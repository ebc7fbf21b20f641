import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { cardView } from '../cards';
import { newestRunsOf } from '../change-run';
import { papersOf, paperView } from '../papers';
import { aroundRun } from '../since-left';
import { store } from '../store';
import { seen, viewerOf } from '../viewer';

export const readMyRun: Handler<OnboardingContract['readMyRun']> = async (_, { caller, now }) => {
  const { personId, isManager } = personOf(caller);
  const [[run, earlier], card] = await Promise.all([newestRunsOf(personId, 2), store.cards.read(personId)]);
  const mine = { card: card && cardView(card) };
  if (run === null || run.state === 'cancelled') return { ...mine, run: null, papers: [], required: [], changes: null };
  const [papers, around] = await Promise.all([papersOf(run._id), aroundRun(run, earlier, isManager, now)]);
  return { ...mine, ...around, run: seen(run, viewerOf(caller), now), papers: papers.map(paperView) };
};
