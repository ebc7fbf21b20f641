import type { ClassroomContract } from '../../../shared/classroom/contract';
import type { ParsedInputOf } from '../../../shared/kernel/contract';
import { partOf } from '../../../shared/kernel/places';
import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { Announcement, StoredSession } from '../documents';
import { nextLookAt } from './leavers';
import { nextReminderAt } from './reminder';
import { checkNotBegun, checkTimes, trainerIdsOf, whenAndWhere } from './session';

type NewTerms = Omit<ParsedInputOf<ClassroomContract['changeSession']>, 'sessionId' | 'requestId' | 'trainerIds'> & {
  trainers: StoredSession['trainers'];
};

const fields = ['title', 'about', 'place', 'startsAt', 'endsAt', 'quota', 'hours'] as const;

/** Everybody is told what is new; a trainer who is new is asked, one who is none any more released. */
function announcementsOf(before: StoredSession, after: NewTerms): Announcement[] {
  const id = `${before._id}.c${before.version}`;
  const line = whenAndWhere(after);
  const isMoved = (['startsAt', 'endsAt', 'place'] as const).some((field) => before[field] !== after[field]);
  const news = `${isMoved ? '时间或地点有变' : '安排有变'}：${after.title}`;
  const [taught, teaching] = [trainerIdsOf(before), trainerIdsOf(after)];
  const released = taught.filter((personId) => !teaching.includes(personId));
  const asked = teaching.filter((personId) => !taught.includes(personId));
  const others = [...new Set([...before.memberIds, ...taught])].filter((personId) => !released.includes(personId));
  const names = after.trainers.map(({ name }) => name).join('、');
  return [
    { id, title: news, line, personIds: others },
    {
      id: `${id}.out`,
      title: `不用你主讲了：${before.title}`,
      line: `改由${names}主讲，谢谢你。`,
      personIds: released,
    },
    { id: `${id}.in`, title: `请你主讲：${after.title}`, line, personIds: asked },
  ].filter(({ personIds }) => personIds.length > 0);
}

/** What of a session becomes otherwise; null when nothing does. Seats that people hold are never taken away. */
export function changedSession(before: StoredSession, after: NewTerms, at: Instant) {
  const isSame = fields.every((field) => before[field] === after[field]);
  if (isSame && trainerIdsOf(before).join() === trainerIdsOf(after).join()) return null;
  checkNotBegun(before, at);
  checkTimes(after, at);
  const taken = before.quota - Math.max(0, before.seatsLeft);
  if (after.quota < taken) refuse('session_quota_too_small', { taken });
  const { startsAt, endsAt } = after;
  // The task on 今天 says when and where: it is put there anew.
  const anew = before.memberIds.map((personId) => [`parts.${partOf(personId)}.isOnToday`, false]);
  return {
    ...{ title: after.title, about: after.about, place: after.place, startsAt, endsAt, hours: after.hours },
    ...{ quota: after.quota, seatsLeft: before.seatsLeft + after.quota - before.quota },
    ...(Object.fromEntries(anew) as Record<string, boolean>),
    announcements: announcementsOf(before, after),
    ...{ changedAt: at, pendingSince: at, version: before.version + 1 },
    ...{
      lookAt: nextLookAt(startsAt, new Date(at)),
      remindAt: nextReminderAt(startsAt, at),
      sort: `${endsAt}.${before._id}`,
    },
  };
}
