import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { assignmentTakenBack, assignmentView } from '../rules/assignment';
import { store } from '../store';

/** The timer carries it out. Taken back already is answered as it was. */
export const takeBackAssignment: Handler<TrainingContract['takeBackAssignment']> = async (input, { caller, now }) => {
  const { assignmentId: _id, reason } = input;
  const { personId: byId } = personOf(caller);
  const found = await store.assignments.read(_id);
  const isWithin = found && (caller.reach === 'everywhere' || found.authorId === byId);
  if (!found || !isWithin) return refuse('assignment_not_found');
  if (found.takenBack) return assignmentView(found);
  const { takenBack, ...rest } = assignmentTakenBack({ reason, at: instant(now), byId });
  const change = { ...rest, takenBack: by.exactly(takenBack) };
  const changed = await store.assignments.changeOne({ _id, takenBack: null }, change);
  return assignmentView(changed ?? (await store.assignments.read(_id)) ?? found);
};
