import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { learnerLine } from '../rules/views';
import { store } from '../store';

export const listEntrusted: Handler<TrainingContract['listEntrusted']> = async ({ cursor, limit }, { caller }) => {
  const { items, next } = await store.learnings.page({
    where: { entrustedToId: personOf(caller).personId },
    ...{ sortedBy: 'sort', direction: 'asc', cursor, limit },
  });
  return { items: items.map(learnerLine), next };
};
