import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { isWanted } from '../rules/care-rule';
import { store } from '../store';

/** What is not wanted any more is taken off the colleagues' lists at once, also when they have begun to sign. */
export const changeCareWishes: Handler<RecognitionContract['changeCareWishes']> = async (input, { caller }) => {
  const { personId } = personOf(caller);
  const { requestId, ...wishes } = input;
  await store.careWishes.put({ _id: personId, ...wishes });
  const gathering = await store.care.list({
    where: { personId, state: 'gathering' },
    sortedBy: 'sort',
    limit: 20,
  });
  for (const { _id, occasion } of gathering.filter((card) => !isWanted(card.occasion, wishes))) {
    await store.care.removeAll({ _id, occasion, state: 'gathering' });
  }
  return wishes;
};
