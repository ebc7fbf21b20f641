import { dayOf } from '../../../shared/kernel/day';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { isHeld } from '../learning/seen-course';
import { assignedLine, standingBounds } from '../rules/taking-back';
import { store } from '../store';

/** One request. HR of a branch sees what is asked of the people of the branch, whoever asks. */
export const listAssigned: Handler<TrainingContract['listAssigned']> = async (input, { caller, now }) => {
  const { standing, courseId, cursor, limit } = input;
  const { reach } = caller;
  const { states, from, below } = standingBounds(standing, dayOf(now));
  const where = {
    ...{ isGone: false, state: is.among(states) },
    ...(courseId === null ? {} : { courseId }),
    ...(reach === 'everywhere' ? {} : { branchId: is.among([...reach]) }),
    wanted: below === null ? is.above(from) : is.below(below),
  };
  const direction = standing === 'done' ? 'desc' : 'asc';
  const page = await store.learnings.page({ where, sortedBy: 'wanted', direction, cursor, limit });
  const taker = { personId: personOf(caller).personId, reach };
  return { items: page.items.filter(isHeld).map((learning) => assignedLine(learning, taker)), next: page.next };
};
