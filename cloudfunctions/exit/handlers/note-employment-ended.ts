import type { ExitContract } from '../../../shared/exit/contract';
import type { Handler } from '../../platform/serve';
import { markBoardsStale } from '../boards';
import { employmentOf } from '../employment-of';
import { loseOwner } from '../improvements';
import { followLeaving } from '../leavings';
import { endedLeaving } from '../rules/leaving';
import { store } from '../store';

/** Written whole under the employment's id: what a roster brought before is replaced, a repeat changes nothing. */
export const noteEmploymentEnded: Handler<ExitContract['noteEmploymentEnded']> = async ({ fact }, { now }) => {
  const { employmentId: _id, factId } = fact;
  await loseOwner(fact.personId, now);
  const [earlier, interview] = await Promise.all([store.leavings.read(_id), store.interviews.read(_id)]);
  if (earlier?.factId === factId) {
    await followLeaving(earlier, now);
    return {};
  }
  const of = await employmentOf(_id, now);
  if (!of) return {};
  const leaving = endedLeaving(fact, of, interview);
  await markBoardsStale(now);
  await store.leavings.put(leaving);
  await followLeaving(leaving, now);
  return {};
};
