import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import type { Handler } from '../../platform/serve';
import { markBoardsStale, recountBoards } from '../boards';
import { followWords } from '../past-leavings';
import { checkReasonsKnown } from '../read-reasons';
import { store } from '../store';

/** Words that nobody brought are passed over. */
export const assignReasonWords: Handler<ExitContract['assignReasonWords']> = async ({ items }, { now }) => {
  await checkReasonsKnown(items.map(({ reasonId }) => reasonId));
  await markBoardsStale(now);
  for (const { wordsId: _id, reasonId } of items) {
    const assigned = await store.reasonWords.changeOne({ _id }, { reasonId, pendingSince: instant(now) });
    if (assigned) await followWords(assigned);
  }
  await recountBoards(now);
  return {};
};
