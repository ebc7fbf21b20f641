import { dayOf } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { cardView } from '../cards';
import { store } from '../store';

const mostShown = 30;

export const listNewColleagues: Handler<OnboardingContract['listNewColleagues']> = async (_, { caller, now }) => {
  const me = personOf(caller);
  // The identity says the department's name; its id is people's to say.
  const answer = await ask('people', 'readColleagues', { personIds: [me.personId] }, now);
  const departmentId = answer.ok ? answer.data.items[0]?.departmentId : undefined;
  if (departmentId === undefined) return { items: [] };
  const cards = await store.cards.list({
    where: { departmentId, shownFrom: is.between('', dayOf(now)) },
    ...{ sortedBy: 'shownFrom', direction: 'desc', limit: mostShown },
  });
  const others = cards.filter(({ _id }) => _id !== me.personId);
  return { items: others.map((card) => ({ ...cardView(card), runId: card.runId })) };
};
