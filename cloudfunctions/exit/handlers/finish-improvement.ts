import type { ExitContract } from '../../../shared/exit/contract';
import { dayOf } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { improvementView } from '../rules/improvement';
import { store } from '../store';

/** Said once; who says it again sees what was said. */
export const finishImprovement: Handler<ExitContract['finishImprovement']> = async (input, { now }) => {
  const { improvementId: _id, result } = input;
  const finished = await store.improvements.changeOne({ _id, doneOn: null }, { doneOn: dayOf(now), result });
  const improvement = finished ?? (await store.improvements.read(_id));
  return improvement ? improvementView(improvement) : refuse('improvement_not_found');
};
