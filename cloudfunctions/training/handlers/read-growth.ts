import { dayOf } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { learningsOf } from '../learning/seen-course';
import { inOrder, isWalkedBy, lineOf, pathView, streakOf } from '../rules/views';
import { store } from '../store';

const mostPaths = 50;
const pathsShown = 5;

/** Two requests: what I have, and the paths that it lies on. */
export const readGrowth: Handler<TrainingContract['readGrowth']> = async (_, { caller, now }) => {
  const { personId, branchId } = personOf(caller);
  const mine = await learningsOf(personId);
  const ids = mine.map(({ courseId }) => courseId);
  const where = { courseIds: is.among(ids), branchId: is.among([null, branchId]) };
  const paths = ids.length === 0 ? [] : await store.paths.list({ where, limit: mostPaths });
  const walked = paths.filter((path) => isWalkedBy(path, ids)).slice(0, pathsShown);
  return {
    paths: walked.map((path) => pathView(path, mine)),
    courses: inOrder(mine.map((learning) => lineOf(learning, mine))),
    ...streakOf(mine, dayOf(now)),
  };
};
