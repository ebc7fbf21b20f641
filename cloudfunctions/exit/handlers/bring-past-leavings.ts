import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { markBoardsStale, recountBoards } from '../boards';
import { writePastLeavings } from '../past-leavings';

const leaversAtOnce = 50;
/** Pages a call: five hundred people within the function's time. */
const pagesAtOnce = 10;

/** Ids follow from the employments, so that any piece may be brought again. */
export const bringPastLeavings: Handler<ExitContract['bringPastLeavings']> = async (input, { now }) => {
  const { status } = input;
  await markBoardsStale(now);
  let { cursor } = input;
  let brought = 0;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const after = cursor === undefined ? {} : { cursor };
    const answer = await ask('people', 'listLeavers', { status, limit: leaversAtOnce, ...after }, now);
    if (!answer.ok) return refuse('wait_and_repeat');
    brought += await writePastLeavings(answer.data.items, instant(now));
    cursor = answer.data.next ?? undefined;
    if (cursor === undefined) break;
  }
  if (cursor === undefined) await recountBoards(now);
  return { brought, next: cursor ?? null };
};
