import type { Activity } from '../../../../../shared/activities/activity';
import { audienceInWords } from '../../../../wording/audience';
import { activityLine } from '../../wording/activity';

const minuteMillis = 60_000;
/** As the cloud has it: shown, not decided. */
const leadMillis = 60 * minuteMillis;
const afterMillis = 14 * 24 * 60 * minuteMillis;

/** What the page offers next; the cloud decides again. */
export interface Steps {
  maySignUp: boolean;
  mayWait: boolean;
  mayLeave: boolean;
  mayCheckIn: boolean;
  mayCheckInByPlace: boolean;
  mayAnswer: boolean;
  /** Why none of it is there. */
  sentence: string;
}

export function stepsOf(activity: Activity, now: Date): Steps {
  const { mine, state, point, allowsWalkIns, taken, quota } = activity;
  const [at, starts, ends, closes] = [
    now.getTime(),
    ...[activity.startsAt, activity.endsAt, activity.signUpClosesAt].map(Date.parse),
  ] as [number, number, number, number];
  const isOpen = state === 'open';
  const isIn = mine?.state === 'seated' || mine?.state === 'walkIn';
  const isThere = Boolean(mine?.attendedAt);
  const isQueued = mine?.state === 'waiting';
  const mayEnrol = isOpen && !isIn && !isQueued && at < closes;
  const mayCheckIn = isOpen && !isThere && (isIn || allowsWalkIns) && at >= starts - leadMillis && at <= ends;
  return {
    maySignUp: mayEnrol && taken < quota,
    mayWait: mayEnrol && taken >= quota,
    mayLeave: isOpen && (isIn || isQueued) && !isThere && at < starts,
    mayCheckIn,
    mayCheckInByPlace: mayCheckIn && point !== null,
    mayAnswer: isThere && at <= ends + afterMillis,
    sentence: sentenceOf(activity, at, { starts, closes, ends }),
  };
}

interface Moments {
  starts: number;
  closes: number;
  ends: number;
}

function sentenceOf({ state, cancelReason, mine }: Activity, at: number, { starts, closes, ends }: Moments): string {
  if (state === 'cancelled') return `活动取消：${cancelReason ?? ''}`;
  if (mine?.attendedAt) return mine.feedback ? '谢谢你来，也谢谢你的反馈。' : '已签到，谢谢你来。';
  if (at > ends) return '活动已经结束。';
  if (mine?.state === 'waiting' && at >= starts) return '你还在候补。要是有人没来，到现场找组织者，可以补上。';
  return at >= closes && !mine ? '报名已经截止。' : '';
}

/** Everything that the page shows of an activity. */
export function activityFace(activity: Activity, now: Date) {
  const { about, audience, organisers, feePoints, allowsWalkIns, mine, mayOrganise, hasRoute } = activity;
  return {
    ...{ ...activityLine(activity, now), ...stepsOf(activity, now), about, mayOrganise, feePoints, hasRoute },
    audience: audience.kind === 'everybody' ? '' : audienceInWords(audience),
    organisers: organisers.map(({ name }) => name).join('、') || 'HR',
    walkIns: allowsWalkIns ? '可以现场加入' : '需要先报名',
    rating: mine?.feedback?.rating ?? 0,
    words: mine?.feedback?.words ?? '',
  };
}
