import type { Session } from '../../../../../shared/classroom/session';
import { sessionLine, signedInInWords } from '../../wording/session';

const minuteMillis = 60_000;
/** As the cloud has it: shown, not decided. */
const leadMillis = 60 * minuteMillis;
const afterMillis = 14 * 24 * 60 * minuteMillis;

/** What the page offers next; the cloud decides again. */
interface Steps {
  mayJoin: boolean;
  mayWait: boolean;
  mayLeave: boolean;
  maySignIn: boolean;
  mayAnswer: boolean;
  /** Why none of it is there. */
  sentence: string;
}

function stepsOf(session: Session, now: Date): Steps {
  const { mine, state, taken, quota } = session;
  const at = now.getTime();
  const [starts, ends] = [session.startsAt, session.endsAt].map(Date.parse) as [number, number];
  const isOpen = state === 'open';
  const isThere = Boolean(mine?.signedInAt);
  const mayEnrol = isOpen && !mine && at < starts;
  return {
    mayJoin: mayEnrol && taken < quota,
    mayWait: mayEnrol && taken >= quota,
    mayLeave: isOpen && mine !== null && !isThere && at < starts,
    maySignIn: isOpen && mine?.state === 'seated' && !isThere && at >= starts - leadMillis && at <= ends,
    mayAnswer: isOpen && isThere && !mine?.feedback && at <= ends + afterMillis,
    sentence: sentenceOf(session, at, starts, ends),
  };
}

function sentenceOf({ state, cancelReason, mine }: Session, at: number, starts: number, ends: number): string {
  if (state === 'cancelled') return `这个班次已经取消：${cancelReason ?? ''}`;
  if (mine?.result?.isPassed) return '恭喜通过！';
  if (mine?.result) return '这次没有通过，可以再报一个班次，或者找讲师聊聊。';
  if (mine?.feedback) return '谢谢你的反馈。结果登记后会在消息里告诉你。';
  if (mine?.signedInAt) return '已签到。课后说两句，还有积分。';
  if (at > ends) return mine?.state === 'seated' ? '这堂课你没有签到。安排了补课会告诉你。' : '已经下课了。';
  return at >= starts && !mine ? '已经开始上课了。' : '';
}

/** What was recorded of me, in words. */
function recordOf({ mine }: Session, now: Date) {
  if (!mine) return { signedIn: '', result: '' };
  const { result } = mine;
  const score = result?.score === null || !result ? '' : `，${result.score} 分`;
  const words = result ? `${result.isPassed ? `通过，计 ${result.hours} 学时` : '未通过'}${score}` : '';
  return { signedIn: signedInInWords(mine, now), result: words };
}

/** Everything that the page shows of a session. */
export function sessionFace(session: Session, myId: string, now: Date) {
  const { about, mayTeach, makesUpForId, courseId } = session;
  return {
    ...{ ...sessionLine(session, myId, now), ...stepsOf(session, now), ...recordOf(session, now) },
    ...{
      about,
      mayTeach,
      courseId: courseId ?? '',
      isMakeUp: makesUpForId !== null,
      isCertified: session.mine?.result?.isPassed ?? false,
    },
  };
}
