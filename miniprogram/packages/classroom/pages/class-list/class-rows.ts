import type { Participant, Session, SessionOutcome } from '../../../../../shared/classroom/session';
import { signedInInWords } from '../../wording/session';

/** One line of the trainer's list. */
export function rowOf(participant: Participant, session: Session, now: Date) {
  const { personId, name, departmentName, state, signedInAt, result } = participant;
  const isOver = now.getTime() > Date.parse(session.endsAt);
  const absent = state === 'waiting' ? '候补' : isOver ? '缺席' : '还没到';
  const score = result?.score === null || !result ? '' : ` ${result.score} 分`;
  return {
    ...{ personId, name, departmentName, mayMark: signedInAt === null && session.state === 'open' },
    part: signedInAt === null ? absent : signedInInWords(participant, now),
    result: result ? `${result.isPassed ? '通过' : '未通过'}${score}` : '',
    mayGrade: signedInAt !== null,
    isPassed: result?.isPassed ?? false,
    score: result?.score === null || !result ? '' : String(result.score),
  };
}
export type Row = ReturnType<typeof rowOf>;

export function outcomeInWords({ seated, signedIn, late, passed, answers, ...said }: SessionOutcome) {
  const { courseAverage, trainerAverage, words } = said;
  return {
    results: `报名 ${seated} 人，到场 ${signedIn} 人${late ? `，迟到 ${late} 人` : ''}，通过 ${passed} 人`,
    average:
      courseAverage === null
        ? `收到 ${answers} 份反馈，满 5 份才汇总`
        : `${answers} 份反馈：课程 ${courseAverage} 分，讲师 ${trainerAverage ?? courseAverage} 分`,
    ...{ signedIn, words },
  };
}

/** What HR and the trainer may do now; the cloud decides again. */
export function classSteps({ state, startsAt, endsAt, mayArrange }: Session, rows: readonly Row[], now: Date) {
  const at = now.getTime();
  const isOpen = state === 'open';
  const isAhead = isOpen && at < Date.parse(startsAt);
  const isOver = isOpen && at > Date.parse(endsAt);
  const ungraded = rows.filter(({ mayGrade, result }) => mayGrade && !result);
  return {
    mayChange: mayArrange && isAhead,
    mayMakeUp: mayArrange && isOver && rows.some(({ part }) => part === '缺席'),
    mayGrade: isOpen && at >= Date.parse(startsAt) && rows.some((row) => row.mayGrade),
    ungraded: ungraded.length,
    absent: rows.filter(({ part }) => part === '缺席').length,
  };
}

export const noSteps = { mayChange: false, mayMakeUp: false, mayGrade: false, ungraded: 0, absent: 0 };
