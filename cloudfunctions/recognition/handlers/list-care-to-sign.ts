import type { RecognitionContract } from '../../../shared/recognition/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { signView } from '../rules/sign-care';
import { store } from '../store';

const mostShown = 50;

export const listCareToSign: Handler<RecognitionContract['listCareToSign']> = async (_input, { caller, now }) => {
  const { personId } = personOf(caller);
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [me] = answer.data.items;
  if (!me) return { items: [] };
  const cards = await store.care.list({
    where: { departmentId: me.departmentId, state: 'gathering' },
    sortedBy: 'sort',
    limit: mostShown,
  });
  return { items: cards.filter((card) => card.personId !== personId).map((card) => signView(card, personId)) };
};
