import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { cardDays, cardView } from '../cards';
import { newestRunOf } from '../change-run';
import type { StoredCard } from '../documents';
import { isOver } from '../rules/run-totals';
import { store } from '../store';
import { checkWords } from '../viewer';

export const writeCard: Handler<OnboardingContract['writeCard']> = async (input, { caller, now }) => {
  const { intro, likes, askMe, requestId } = input;
  const { personId } = personOf(caller);
  const [run, there] = await Promise.all([newestRunOf(personId), store.cards.read(personId)]);
  if (there?.requestId === requestId) return cardView(there);
  if (!run || isOver(run)) return refuse('run_not_found');
  await checkWords(personId, [intro, likes, askMe].join('\n'), now);
  const { name, departmentId, departmentName, position, startsOn } = run;
  const card: StoredCard = {
    ...{ _id: personId, runId: run._id, name, departmentId, departmentName, position, intro, likes, askMe },
    ...{ ...cardDays(startsOn), requestId },
  };
  await store.cards.put(card);
  return cardView(card);
};
