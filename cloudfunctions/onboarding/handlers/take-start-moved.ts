import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { cardDays } from '../cards';
import { changeRun } from '../change-run';
import { runIdOf } from '../documents';
import { deletionDay } from '../papers';
import { movedTo } from '../rules/mark-activity';
import { isOver } from '../rules/run-totals';
import { store } from '../store';
import { requestOf } from '../tell';

export const takeStartMoved: Handler<OnboardingContract['takeStartMoved']> = async (input, { now }) => {
  const { employmentId, dateOfJoining, at } = input;
  const run = await store.runs.read(runIdOf(employmentId));
  if (!run || isOver(run)) return {};
  const cause = requestOf(`moved.${employmentId}.${dateOfJoining}.${at}`);
  await changeRun(run, cause, (one) => movedTo(one, dateOfJoining), now);
  await store.papers.changeAll({ runId: run._id }, { deleteOn: deletionDay(dateOfJoining) });
  await store.cards.changeAll({ _id: run.personId }, cardDays(dateOfJoining));
  return {};
};
