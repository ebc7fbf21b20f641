import {
  fewestAnswers,
  type SessionFeedback,
  type SessionOutcome,
  type SessionResult,
  type SignedInBy,
} from '../../../shared/classroom/session';
import { dayOf, timeOfDay } from '../../../shared/kernel/day';
import { partOf, placeOf } from '../../../shared/kernel/places';
import { refuse } from '../../../shared/refusal';
import type { SessionFigures } from '../../../shared/training/course-feedback';
import type { Part, StoredSession } from '../documents';
import { partsInOrder } from './place';

/** A result in a line for the inbox. */
export function resultLine({ isPassed, score, hours }: SessionResult): string {
  const mark = score === null ? '' : `，${score} 分`;
  return isPassed ? `计 ${hours} 学时${mark}。恭喜你！` : `这次没有通过${mark}。可以再报一个班次，或者找讲师聊聊。`;
}

interface Recorded extends SessionResult {
  personId: string;
}

/** What of these results is new. Refuses one for who was not there, and one that would take a passed result back. */
export function newResults(session: StoredSession, results: readonly Recorded[]): Recorded[] {
  return results.filter(({ personId, isPassed, score, hours }) => {
    const part = session.memberIds.includes(personId) ? session.parts[partOf(personId)] : undefined;
    if (!part?.signedInAt) refuse('session_result_absent');
    const { result } = part;
    if (result?.isPassed && !isPassed) refuse('session_result_stands');
    return result?.isPassed !== isPassed || result.score !== score || result.hours !== hours;
  });
}

const mostWords = 50;
const mean = (values: readonly number[]) =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;

/** What came of a session. What people said stays closed while so few have that each could be recognised. */
export function outcomeOf(session: Pick<StoredSession, 'memberIds' | 'parts' | 'quota'>): SessionOutcome {
  const parts = partsInOrder(session);
  const came = parts.filter(({ signedInAt }) => signedInAt !== null);
  const given = parts.flatMap(({ feedback }): SessionFeedback[] => (feedback ? [feedback] : []));
  const isShown = given.length >= fewestAnswers;
  // Sorted by themselves: the order in which they came would tell who came when.
  const words = given.flatMap((one) => (one.words ? [one.words] : [])).sort();
  return {
    seated: parts.filter(({ personId }) => placeOf(session, personId)?.state === 'seated').length,
    signedIn: came.length,
    late: came.filter(({ lateMinutes }) => (lateMinutes ?? 0) > 0).length,
    passed: parts.filter(({ result }) => result?.isPassed).length,
    answers: given.length,
    courseAverage: isShown ? mean(given.map(({ course }) => course)) : null,
    trainerAverage: isShown ? mean(given.map(({ trainer }) => trainer)) : null,
    words: isShown ? words.slice(0, mostWords) : [],
  };
}

/** What came of several sessions together; null where there was none. Few people are nobody's business. */
export function courseOutcomeOf(sessions: readonly Pick<StoredSession, 'parts'>[]): SessionFigures | null {
  if (sessions.length === 0) return null;
  const parts = sessions.flatMap((session) => Object.values(session.parts));
  const given = parts.flatMap(({ feedback }) => feedback ?? []);
  const results = parts.flatMap(({ result }) => result ?? []);
  const scores = results.flatMap(({ score }) => score ?? []);
  const passed = results.filter(({ isPassed }) => isPassed).length;
  return {
    sessions: sessions.length,
    feedback:
      given.length < fewestAnswers
        ? null
        : {
            answers: given.length,
            courseAverage: mean(given.map(({ course }) => course)),
            trainerAverage: mean(given.map(({ trainer }) => trainer)),
          },
    results:
      results.length < fewestAnswers
        ? null
        : {
            people: results.length,
            passedPercent: Math.round((passed * 100) / results.length),
            averageScore: scores.length < fewestAnswers ? null : Math.round(mean(scores)),
          },
  };
}

/** Who had a seat and was not there, in the order of sign-ups. */
export function absenteesOf(session: StoredSession): Part[] {
  return partsInOrder(session).filter(
    ({ personId, signedInAt }) => signedInAt === null && placeOf(session, personId)?.state === 'seated',
  );
}

export const exportHeader = [
  '姓名',
  '部门',
  '名额',
  '签到日期',
  '签到时间',
  '签到方式',
  '迟到（分钟）',
  '结果',
  '成绩',
  '学时',
];

const byInWords: Record<SignedInBy, string> = { code: '扫码', trainer: '讲师登记' };

export function exportRow(session: StoredSession, part: Part): (string | number)[] {
  const { personId, name, departmentName, signedInAt, signedInBy, lateMinutes, result } = part;
  const state = placeOf(session, personId)?.state === 'seated' ? '已报名' : '候补';
  const came = signedInAt === null ? ['', ''] : [dayOf(signedInAt), timeOfDay(signedInAt)];
  const marked = result ? [result.isPassed ? '通过' : '未通过', result.score ?? '', result.hours] : ['', '', ''];
  const how = signedInBy === null ? '' : byInWords[signedInBy];
  return [name, departmentName, state, ...came, how, lateMinutes ?? '', ...marked];
}
