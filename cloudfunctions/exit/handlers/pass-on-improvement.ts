import { mostReports } from '../../../shared/exit/analysis';
import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { changeImprovement, followImprovement } from '../improvements';
import { improvementView, passedOn } from '../rules/improvement';
import { store } from '../store';

export const passOnImprovement: Handler<ExitContract['passOnImprovement']> = async (input, { now }) => {
  const { improvementId, ownerPersonId, requestId } = input;
  const improvement = (await store.improvements.read(improvementId)) ?? refuse('improvement_not_found');
  if (improvement.requestIds.includes(requestId)) {
    await followImprovement(improvement, now);
    return improvementView(improvement);
  }
  if (improvement.doneOn !== null) return refuse('improvement_done');
  const personIds = [...new Set([ownerPersonId, improvement.ownerPersonId])];
  const colleagues = await ask('people', 'readColleagues', { personIds }, now);
  if (!colleagues.ok) return refuse('wait_and_repeat');
  const owner = colleagues.data.items.find(({ personId }) => personId === ownerPersonId);
  if (!owner) return refuse('colleague_not_found');
  const isFormerHere = colleagues.data.items.some(({ personId }) => personId === improvement.ownerPersonId);
  const change = { ...passedOn(improvement, owner, isFormerHere), requestIds: by.appending([requestId], mostReports) };
  const passed = await changeImprovement(improvement, change, now);
  return improvementView(passed ?? refuse('wait_and_repeat'));
};
