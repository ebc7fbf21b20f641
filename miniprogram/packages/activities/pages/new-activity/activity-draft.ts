import type { ActivityKind } from '../../../../../shared/activities/activity';
import type { ActivitiesContract } from '../../../../../shared/activities/contract';
import type { InputOf } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { todayOf } from '../../../../wording/day';

/** What is typed, as it is typed. Kept on the phone until the activity is published. */
export interface ActivityDraft {
  title: string;
  kind: ActivityKind;
  about: string;
  place: string;
  spot: { latitude: number; longitude: number; name: string } | null;
  day: string;
  from: string;
  until: string;
  /** Sign-up closes so many hours before the beginning. */
  closesHours: number;
  quota: string;
  fee: string;
  isForBranch: boolean;
  allowsWalkIns: boolean;
  organisers: Colleague[];
}

const dayMillis = 86_400_000;

export function emptyDraft(now: Date, isForBranch: boolean): ActivityDraft {
  return {
    ...{ title: '', kind: 'offline', about: '', place: '', spot: null, closesHours: 0, quota: '', fee: '' },
    ...{ day: todayOf(new Date(now.getTime() + 7 * dayMillis)), from: '14:00', until: '16:00' },
    ...{ isForBranch, allowsWalkIns: false, organisers: [] },
  };
}

/** The company's clock is Shanghai's, wherever the phone is. */
const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`);

export type DraftProblems = Partial<Record<'title' | 'place' | 'times' | 'quota' | 'fee', string>>;

const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max;

/** What to put right before sending, beside each field. The cloud checks again. */
export function draftProblems(draft: ActivityDraft, now: Date): DraftProblems {
  const { title, place, day, from, until, quota, fee, closesHours } = draft;
  const closes = momentOf(day, from).getTime() - closesHours * 3_600_000;
  const isInOrder = from < until && closes > now.getTime();
  return {
    ...(title.trim() ? {} : { title: '给活动起个名字' }),
    ...(place.trim() ? {} : { place: '写上在哪里，线上活动写会议号' }),
    ...(isInOrder ? {} : { times: '结束要晚于开始，报名截止要晚于现在' }),
    ...(wholeWithin(quota, 1, 1000) ? {} : { quota: '请填 1 到 1000 的整数' }),
    ...(fee === '' || wholeWithin(fee, 0, 10_000) ? {} : { fee: '请填 0 到 10000 的整数，不收就留空' }),
  };
}

const radiusMeters = 300;

export function activityOf(
  draft: ActivityDraft,
  branchId: string | null,
): Omit<InputOf<ActivitiesContract['publishActivity']>, 'requestId'> {
  const { title, kind, about, place, spot, day, from, until, closesHours, organisers } = draft;
  const starts = momentOf(day, from);
  const feePoints = Number(draft.fee || 0);
  return {
    ...{ title, kind, about, place, feePoints, quota: Number(draft.quota) },
    point: spot && kind !== 'online' ? { latitude: spot.latitude, longitude: spot.longitude, radiusMeters } : null,
    startsAt: starts.toISOString(),
    endsAt: momentOf(day, until).toISOString(),
    signUpClosesAt: new Date(starts.getTime() - closesHours * 3_600_000).toISOString(),
    branchId: draft.isForBranch ? branchId : null,
    organiserIds: organisers.map(({ personId }) => personId),
    allowsWalkIns: draft.allowsWalkIns && feePoints === 0,
  };
}
