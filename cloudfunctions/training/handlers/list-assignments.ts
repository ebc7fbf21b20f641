import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { assignmentView } from '../rules/assignment';
import { store } from '../store';

/** HR of a branch sees what they assigned themselves. */
export const listAssignments: Handler<TrainingContract['listAssignments']> = async ({ cursor, limit }, { caller }) => {
  const where = caller.reach === 'everywhere' ? { sort: is.above('') } : { authorId: personOf(caller).personId };
  const page = await store.assignments.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: page.items.map(assignmentView), next: page.next };
};
