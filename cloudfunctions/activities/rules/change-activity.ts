import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { dayInWords, dayOf, minutesAfter, timeOfDay } from '../../../shared/kernel/day';
import { excerpt } from '../../../shared/kernel/excerpt';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { Announcement, StoredActivity } from '../documents';
import { reminderMinutes } from './activity';
import { checkNotEnded } from './route';

export type NewTerms = Omit<ParsedInputOf<ActivitiesContract['changeActivity']>, 'activityId' | 'requestId'>;

/** Refuses times that do not follow each other, and to move the beginning of what has begun. */
function checkTimes(before: StoredActivity, after: NewTerms, at: Instant): void {
  const { startsAt, endsAt, signUpClosesAt } = after;
  const isInOrder = signUpClosesAt <= startsAt && startsAt < endsAt && at < endsAt;
  const isMovedLate = startsAt !== before.startsAt && (startsAt <= at || before.startsAt <= at);
  if (!isInOrder || isMovedLate) refuse('activity_times_wrong');
}

/** Two places of 60 characters would not leave room for the rest. */
const shortPlace = (place: string) => excerpt(place, 20);
const dayAndTime = (moment: Instant) => `${dayInWords(dayOf(moment))} ${timeOfDay(moment)}`;
const span = ({ startsAt, endsAt }: Pick<NewTerms, 'startsAt' | 'endsAt'>) =>
  `${dayAndTime(startsAt)}–${dayOf(startsAt) === dayOf(endsAt) ? timeOfDay(endsAt) : dayAndTime(endsAt)}`;

/** What is otherwise now, old and new, in one line of at most 120 characters. */
function changesInWords(before: StoredActivity, after: NewTerms): string {
  const [was, is] = [span(before), span(after)];
  const changes = [
    ...(was === is ? [] : [`时间：${was} → ${is}`]),
    ...(before.place === after.place ? [] : [`地点：${shortPlace(before.place)} → ${shortPlace(after.place)}`]),
    ...(before.title === after.title ? [] : [`名称：${shortPlace(before.title)} → ${shortPlace(after.title)}`]),
    ...(before.quota === after.quota ? [] : [`名额：${before.quota} → ${after.quota}`]),
    ...(before.about === after.about ? [] : ['介绍有更新']),
  ];
  return excerpt(changes.join('；') || '报名截止或签到位置有更新', 120);
}

const plainFields = ['title', 'about', 'place', 'startsAt', 'endsAt', 'signUpClosesAt', 'quota'] as const;

/** What of an activity becomes otherwise; null when nothing does. Seats that people hold are never taken away. */
export function changedActivity(before: StoredActivity, terms: NewTerms, at: Instant) {
  const after = { ...terms, point: before.kind === 'online' ? null : terms.point };
  const isSame = plainFields.every((field) => before[field] === after[field]);
  if (isSame && JSON.stringify(before.point) === JSON.stringify(after.point)) return null;
  checkNotEnded(before, at);
  checkTimes(before, after, at);
  const taken = before.quota - Math.max(0, before.seatsLeft);
  if (after.quota < taken) refuse('activity_quota_too_small', { taken });
  const remindAt = minutesAfter(new Date(after.startsAt), -reminderMinutes);
  const announcement: Announcement = {
    ...{ id: `${before._id}.c${before.version}`, title: `安排有变：${after.title}`.slice(0, 40) },
    ...{ line: changesInWords(before, after), personIds: [...before.memberIds], wasReminded: before.remindAt === null },
  };
  return {
    ...{ ...after, seatsLeft: before.seatsLeft + after.quota - before.quota },
    ...{ remindAt: remindAt > at ? remindAt : null, sort: `${after.endsAt}.${before._id}` },
    ...{ announcement, version: before.version + 1, pendingSince: at },
  };
}
