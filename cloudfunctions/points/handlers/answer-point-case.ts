import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { carryOutAnswer } from '../board/carry-out-answer';
import { answering, caseView, checkAnswer, isSameAnswer } from '../rules/point-case';
import { cases } from '../store';

/** The answer is written into the case before points move, so that a crash loses neither. */
export const answerPointCase: Handler<PointsContract['answerPointCase']> = async (
  { caseId, outcome, points, answer, requestId },
  { caller, now },
) => {
  const { personId: answeredById, name: answeredBy } = personOf(caller);
  const said = { outcome, points, answer, requestId, answeredById, answeredBy };
  const known = await cases.read(caseId);
  if (!known) return refuse('case_not_found');
  checkAnswer(known, said);
  const begun = await cases.changeOne({ _id: caseId, state: 'open' }, answering(said, now));
  const pointCase = begun ?? (await cases.read(caseId)) ?? known;
  if (!isSameAnswer(pointCase, said)) return refuse('case_answered');
  return caseView(pointCase.state === 'answering' ? await carryOutAnswer(pointCase, now) : pointCase);
};
