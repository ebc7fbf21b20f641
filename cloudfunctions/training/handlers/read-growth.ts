import { dayOf } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { isFor, learningsOf } from '../learning/seen-course';
import { inOrder, isWalkedBy, lineOf, pathView, streakOf } from '../rules/views';
import { store } from '../store';

const mostPaths = 5;

/** Two requests: what I have, and the paths that it lies on. */
export const readGrowth: Handler<TrainingContract['readGrowth']> = async (_, { caller, now }) => {
  const { personId, branchId } = personOf(caller);
  const mine = await learningsOf(personId);
  const ids = mine.map(({ courseId }) => courseId);
  const paths =
    ids.length === 0 ? [] : await store.paths.list({ where: { courseIds: is.among(ids) }, limit: mostPaths });
  return {
    paths: paths.filter((path) => isFor(path, branchId) && isWalkedBy(path, ids)).map((path) => pathView(path, mine)),
    courses: inOrder(mine.map((learning) => lineOf(learning, mine))),
    ...streakOf(mine, dayOf(now)),
  };
};
