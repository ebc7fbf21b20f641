import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { presentColleagues } from '../colleagues';
import { isHeld } from '../learning/seen-course';
import { learnerLine } from '../rules/views';
import { store } from '../store';

/** Whoever has left since needs no help any more. */
export const listEntrusted: Handler<TrainingContract['listEntrusted']> = async ({ cursor, limit }, { caller, now }) => {
  const { items, next } = await store.learnings.page({
    where: { entrustedToId: personOf(caller).personId },
    ...{ sortedBy: 'sort', direction: 'asc', cursor, limit },
  });
  const here = await presentColleagues(
    items.map(({ personId }) => personId),
    now,
  );
  if (here === null) return refuse('wait_and_repeat');
  return {
    items: items
      .filter(isHeld)
      .filter(({ personId }) => here.has(personId))
      .map(learnerLine),
    next,
  };
};
