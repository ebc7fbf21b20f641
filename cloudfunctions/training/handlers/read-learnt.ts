import { dayOf } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { learningsOf } from '../learning/seen-course';

const latestShown = 3;

/** One request. */
export const readLearnt: Handler<TrainingContract['readLearnt']> = async ({ personId }, { now }) => {
  const learnings = await learningsOf(personId);
  const today = dayOf(now);
  const open = learnings.filter(({ state }) => state !== 'passed');
  const passed = learnings
    .flatMap(({ title, passedAt }) => (passedAt === null ? [] : [{ title, passedAt }]))
    .sort((one, other) => other.passedAt.localeCompare(one.passedAt));
  return {
    ...{ passed: passed.length, underWay: open.length },
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    latest: passed.slice(0, latestShown).map(({ title }) => title),
  };
};
