import type { ActivityKind } from '../../../shared/activities/activity';
import { dayInWords, dayOf, minutesAfter, timeOfDay } from '../../../shared/kernel/day';
import { excerpt } from '../../../shared/kernel/excerpt';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { Announcement, StoredActivity } from '../documents';
import { checkWalkIns, reminderMinutes, type Terms } from './activity';
import { checkNotEnded } from './route';

/** What may be said anew, with the organisers by name. */
export type NewTerms = Omit<Terms, 'audience' | 'organiserIds'> & Pick<StoredActivity, 'organisers'>;

/** Refuses times that do not follow each other, and to move the beginning of what has begun. */
function checkTimes(before: StoredActivity, after: NewTerms, at: Instant): void {
  const { startsAt, endsAt, signUpClosesAt } = after;
  const isInOrder = signUpClosesAt <= startsAt && startsAt < endsAt && at < endsAt;
  const isMovedLate = startsAt !== before.startsAt && (startsAt <= at || before.startsAt <= at);
  if (!isInOrder || isMovedLate) refuse('activity_times_wrong');
}

const kindInWords: Record<ActivityKind, string> = {
  offline: '线下',
  online: '线上',
  charity: '公益',
  teamBuilding: '团建',
};

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
    ...(before.kind === after.kind ? [] : [`类型：${kindInWords[before.kind]} → ${kindInWords[after.kind]}`]),
    ...(before.title === after.title ? [] : [`名称：${shortPlace(before.title)} → ${shortPlace(after.title)}`]),
    ...(before.quota === after.quota ? [] : [`名额：${before.quota} → ${after.quota}`]),
    ...(before.about === after.about ? [] : ['介绍有更新']),
  ];
  return excerpt(changes.join('；') || '报名截止或签到方式有更新', 120);
}

const plainFields = [
  ...(['title', 'kind', 'about', 'place', 'startsAt', 'endsAt', 'signUpClosesAt', 'quota'] as const),
  ...(['feePoints', 'allowsWalkIns'] as const),
];

/** Refuses another fee while anybody has a place, or waits for points to come back: all pay what they agreed to. */
function checkFee(before: StoredActivity, after: NewTerms): void {
  checkWalkIns(after);
  const isAgreed = before.memberIds.length + before.gone.length > 0;
  if (after.feePoints !== before.feePoints && isAgreed) refuse('activity_fee_agreed');
}

const idsOf = ({ organisers }: Pick<StoredActivity, 'organisers'>) => organisers.map(({ personId }) => personId);

/**
 * What of an activity becomes otherwise; null when nothing does. Seats that people hold are never taken away. Who
 * organises it concerns nobody else: of that alone nobody is told.
 */
export function changedActivity(before: StoredActivity, terms: NewTerms, at: Instant) {
  const after = { ...terms, point: terms.kind === 'online' ? null : terms.point, organiserIds: idsOf(terms) };
  const isSame =
    plainFields.every((field) => before[field] === after[field]) &&
    JSON.stringify(before.point) === JSON.stringify(after.point);
  if (isSame && String(before.organiserIds) === String(after.organiserIds)) return null;
  checkNotEnded(before, at);
  checkTimes(before, after, at);
  checkFee(before, after);
  const taken = before.quota - Math.max(0, before.seatsLeft);
  if (after.quota < taken) refuse('activity_quota_too_small', { taken });
  const remindAt = minutesAfter(new Date(after.startsAt), -reminderMinutes);
  const announcement: Announcement = {
    ...{ id: `${before._id}.c${before.version}`, title: `安排有变：${after.title}`.slice(0, 40) },
    ...{ line: changesInWords(before, after), personIds: [...before.memberIds], wasReminded: before.remindAt === null },
  };
  return {
    ...{ ...after, seatsLeft: before.seatsLeft + after.quota - before.quota },
    // Moved near, it is reminded of with the next minute; what was reminded of and is far again, once more.
    ...{ remindAt: before.remindAt !== null || remindAt > at ? remindAt : null, sort: `${after.endsAt}.${before._id}` },
    ...{ announcements: isSame ? [] : [announcement], version: before.version + 1, pendingSince: at },
  };
}
