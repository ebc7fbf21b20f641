import { mostReports } from '../../../shared/exit/analysis';
import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { changeImprovement, followImprovement } from '../improvements';
import { improvementView } from '../rules/improvement';
import { store } from '../store';

export const reportImprovement: Handler<ExitContract['reportImprovement']> = async (input, { caller, now }) => {
  const { improvementId, words, requestId } = input;
  const improvement = await store.improvements.read(improvementId);
  if (improvement?.ownerPersonId !== personOf(caller).personId) return refuse('improvement_not_found');
  if (improvement.requestIds.includes(requestId)) {
    await followImprovement(improvement, now);
    return improvementView(improvement);
  }
  if (improvement.doneOn !== null) return refuse('improvement_done');
  const said = {
    // Who has come back owns it again.
    hasOwnerLeft: false,
    reports: by.appending([{ at: instant(now), words }], mostReports),
    requestIds: by.appending([requestId], mostReports),
  };
  const reported = await changeImprovement(improvement, said, now);
  return improvementView(reported ?? refuse('wait_and_repeat'));
};
