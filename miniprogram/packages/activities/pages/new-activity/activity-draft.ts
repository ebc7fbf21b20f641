import type { Activity, ActivityKind } from '../../../../../shared/activities/activity';
import type { ActivitiesContract } from '../../../../../shared/activities/contract';
import type { InputOf } from '../../../../../shared/kernel/contract';
import type { Audience } from '../../../../../shared/people/audience';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { isNobody } from '../../../../wording/audience';
import { todayOf } from '../../../../wording/day';

/** What is typed, as it is typed. Kept on the phone until the activity is published. */
export interface ActivityDraft {
  title: string;
  kind: ActivityKind;
  about: string;
  place: string;
  spot: { latitude: number; longitude: number; name: string } | null;
  day: string;
  /** The day of the end where that is another one; empty for the same. */
  untilDay: string;
  from: string;
  until: string;
  /** Sign-up closes so many hours before the beginning. */
  closesHours: number;
  quota: string;
  fee: string;
  audience: Audience;
  allowsWalkIns: boolean;
  organisers: Colleague[];
}

const dayMillis = 86_400_000;

export function emptyDraft(now: Date, audience: Audience): ActivityDraft {
  return {
    ...{ title: '', kind: 'offline', about: '', place: '', spot: null, closesHours: 0, quota: '', fee: '' },
    ...{ day: todayOf(new Date(now.getTime() + 7 * dayMillis)), untilDay: '', from: '14:00', until: '16:00' },
    ...{ audience, allowsWalkIns: false, organisers: [] },
  };
}

/** The company's clock is Shanghai's, wherever the phone is. */
const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`);

function momentsOf({
  day,
  untilDay,
  from,
  until,
  closesHours,
}: ActivityDraft): Record<'starts' | 'ends' | 'closes', Date> {
  const starts = momentOf(day, from);
  const closes = new Date(starts.getTime() - closesHours * 3_600_000);
  return { starts, closes, ends: momentOf(untilDay || day, until) };
}

export type DraftProblems = Partial<Record<'title' | 'place' | 'times' | 'quota' | 'fee' | 'audience', string>>;

const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max;

/** What to put right before sending, beside each field. The cloud checks again. */
export function draftProblems(draft: ActivityDraft, now: Date, isPublished: boolean): DraftProblems {
  const { title, place, quota, fee, audience } = draft;
  const { starts, ends, closes } = momentsOf(draft);
  // Of what is published already, sign-up may be over.
  const isInOrder = starts < ends && (isPublished ? ends : closes) > now;
  return {
    ...(title.trim() ? {} : { title: '给活动起个名字' }),
    ...(place.trim() ? {} : { place: '写上在哪里，线上活动写会议号' }),
    ...(isInOrder ? {} : { times: '结束要晚于开始，报名截止要晚于现在' }),
    ...(wholeWithin(quota, 1, 1000) ? {} : { quota: '请填 1 到 1000 的整数' }),
    ...(isNobody(audience) ? { audience: audience.kind === 'branches' ? '选至少一家分公司' : '选至少一个部门' } : {}),
    ...(fee === '' || wholeWithin(fee, 0, 10_000) ? {} : { fee: '请填 0 到 10000 的整数，不收就留空' }),
  };
}

const radiusMeters = 300;

/** The time of day as a field shows it, by the company's clock. */
const timeOf = (moment: string) => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16);

/** What is published, as it is typed. */
export function draftOf(activity: Activity): ActivityDraft {
  const { title, kind, about, place, point, startsAt, endsAt, signUpClosesAt, quota, feePoints } = activity;
  const [day, untilDay] = [todayOf(new Date(startsAt)), todayOf(new Date(endsAt))];
  return {
    ...{ title, kind, about, place, quota: String(quota), fee: feePoints > 0 ? String(feePoints) : '' },
    organisers: activity.organisers.map((one) => ({ ...one, departmentName: '', position: '' })),
    ...{ day, untilDay: untilDay === day ? '' : untilDay, from: timeOf(startsAt), until: timeOf(endsAt) },
    spot: point && { latitude: point.latitude, longitude: point.longitude, name: '活动地点' },
    closesHours: (Date.parse(startsAt) - Date.parse(signUpClosesAt)) / 3_600_000,
    ...{ audience: activity.audience, allowsWalkIns: activity.allowsWalkIns },
  };
}

/** What changes of an activity that is published. */
export function changeOf(
  draft: ActivityDraft,
  before: Activity,
): Omit<InputOf<ActivitiesContract['changeActivity']>, 'activityId' | 'requestId'> {
  const { audience: _, title, about, place, point, startsAt, endsAt, signUpClosesAt, ...rest } = activityOf(draft);
  const isSpotKept = point?.latitude === before.point?.latitude && point?.longitude === before.point?.longitude;
  // Fields know minutes only: what nobody touched stays to the second.
  const kept = (after: string, was: string) => (after.slice(0, 16) === was.slice(0, 16) ? was : after);
  return {
    ...{ ...rest, title: title.trim(), about: about.trim(), place: place.trim() },
    point: isSpotKept ? before.point : point,
    ...{ startsAt: kept(startsAt, before.startsAt), endsAt: kept(endsAt, before.endsAt) },
    signUpClosesAt: kept(signUpClosesAt, before.signUpClosesAt),
  };
}

export function activityOf(draft: ActivityDraft): Omit<InputOf<ActivitiesContract['publishActivity']>, 'requestId'> {
  const { title, kind, about, place, spot, organisers, audience } = draft;
  const { starts, ends, closes } = momentsOf(draft);
  const feePoints = Number(draft.fee || 0);
  return {
    ...{ title, kind, about, place, feePoints, quota: Number(draft.quota) },
    point: spot && kind !== 'online' ? { latitude: spot.latitude, longitude: spot.longitude, radiusMeters } : null,
    startsAt: starts.toISOString(),
    endsAt: ends.toISOString(),
    signUpClosesAt: closes.toISOString(),
    audience,
    organiserIds: organisers.map(({ personId }) => personId),
    allowsWalkIns: draft.allowsWalkIns && feePoints === 0,
  };
}
