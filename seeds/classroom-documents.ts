import { type Part, placeKeyOf, type StoredSession, sessionIdOf } from '../cloudfunctions/classroom/documents';
import { newPart } from '../cloudfunctions/classroom/rules/place';
import { nextReminderAt } from '../cloudfunctions/classroom/rules/reminder';
import { newSession, type Terms } from '../cloudfunctions/classroom/rules/session';
import { personIdOf } from '../cloudfunctions/people/documents';
import { minutesAfter } from '../shared/kernel/day';
import { partOf } from '../shared/kernel/places';
import type { Instant } from '../shared/kernel/scalar';
import { type Figure, figures } from './company';
import { atHour } from './on-the-half-hour';
import { seededCourseId } from './training-documents';

const hour = 60;
const day = 24 * hour;

function figureOf(name: string): Figure {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
}
const idOf = (name: string) => personIdOf(figureOf(name).employeeNumber);

/** What became of somebody who was there. */
interface ToldPart {
  name: string;
  lateMinutes: number;
  course: number;
  trainer: number;
  words: string;
  /** Null: no result yet. */
  score: number | null;
}

/** A session of the story; minutes count from the moment the seeds are made. */
interface ToldSession {
  key: 'talking' | 'diseases' | 'firstAid' | 'siteSafety';
  /** The course that it belongs to. */
  course?: Parameters<typeof seededCourseId>[0];
  terms: Omit<Terms, 'startsAt' | 'endsAt' | 'branchId' | 'courseId'>;
  trainers: string[];
  startsIn: number;
  /** The hour of that day; without it the very minute counted. */
  at?: number;
  lasts: number;
  members: string[];
  came: ToldPart[];
}

/** One that is over, one that begins within the hour with one seat left, one in nine days. */
const story: ToldSession[] = [
  {
    key: 'talking',
    terms: {
      title: '把话说清楚：高效沟通工作坊',
      about: '两人一组，练三件事：先听懂、再说短、最后确认。带一件最近没谈拢的事来。',
      place: '杭州总部 · 大会议室',
      ...{ quota: 12, hours: 3 },
    },
    ...{ trainers: ['顾怀远'], startsIn: -6 * day, at: 14, lasts: 3 * hour },
    members: ['林晓', '陈一诺', '马会敏', '赵启明', '钱惠', '王磊'],
    came: [
      { name: '林晓', lateMinutes: 0, course: 5, trainer: 5, words: '对练那一段最有用，当天下午就用上了。', score: 92 },
      {
        name: '陈一诺',
        lateMinutes: 0,
        course: 5,
        trainer: 5,
        words: '案例都是我们自己的，比外面的课实在。',
        score: 95,
      },
      { name: '马会敏', lateMinutes: 4, course: 4, trainer: 5, words: '时间再长半小时就好了。', score: 88 },
      { name: '赵启明', lateMinutes: 0, course: 4, trainer: 4, words: '', score: 81 },
      { name: '钱惠', lateMinutes: 0, course: 5, trainer: 4, words: '希望行政也有一场。', score: null },
    ],
  },
  {
    key: 'diseases',
    terms: {
      title: '番茄病害识别',
      about: '灰霉、早疫、晚疫，三种叶子摆在一起看。去客户的温室前，先学会一眼认出来。',
      place: '三号温室 · 育苗间',
      ...{ quota: 3, hours: 2 },
    },
    ...{ trainers: ['钱惠'], startsIn: 45, lasts: 2 * hour, members: ['陈一诺', '赵启明'], came: [] },
  },
  {
    key: 'firstAid',
    terms: {
      title: '急救与 AED 使用',
      about: '红十字会的老师带假人来，人人动手。学会心肺复苏，也知道公司的 AED 挂在哪里。',
      place: '杭州总部 · 一楼活动室',
      ...{ quota: 16, hours: 4 },
    },
    ...{
      trainers: ['钱惠', '马会敏'],
      startsIn: 9 * day,
      at: 14,
      lasts: 4 * hour,
      members: ['赵启明', '顾怀远'],
      came: [],
    },
  },
  {
    ...{ key: 'siteSafety', course: 'safety' },
    terms: {
      title: '现场安全：跟着走一遍温室',
      about: '线上课的内容，在三号温室里走一遍：配电箱、药剂柜、湿滑的过道。通过了，那门课就算学完。',
      place: '三号温室 · 西门集合',
      ...{ quota: 10, hours: 2 },
    },
    ...{ trainers: ['钱惠'], startsIn: 12 * day, at: 10, lasts: 2 * hour, members: [], came: [] },
  },
];

const seededRequest = (key: ToldSession['key']) => `seed-session-${key}`;

/** The session of the story. */
export const seededSessionId = (key: ToldSession['key']) => sessionIdOf(idOf('周岚'), seededRequest(key));

function partOfStory({ key, came, terms }: ToldSession, name: string, times: [Instant, Instant, Instant]): Part {
  const [joinedAt, startsAt, endsAt] = times;
  const { departmentName } = figureOf(name);
  const personId = idOf(name);
  const part = newPart(
    { personId, name, departmentName },
    placeKeyOf(personId, seededRequest(key)),
    'seated',
    joinedAt,
  );
  const told = came.find((one) => one.name === name);
  if (!told) return part;
  const { lateMinutes, course, trainer, words, score } = told;
  return {
    ...part,
    ...{ signedInAt: minutesAfter(new Date(startsAt), lateMinutes || -6), signedInBy: 'code', lateMinutes },
    ...{ isOnToday: true, feedback: { course, trainer, words, at: endsAt, requestId: seededRequest(key) } },
    result: score === null ? null : { isPassed: true, score, hours: terms.hours, at: endsAt },
  };
}

function tell(one: ToldSession, now: Date): StoredSession {
  const { key, course, terms, trainers, startsIn, at, lasts, members } = one;
  const soon = minutesAfter(now, startsIn);
  const startsAt = at === undefined ? soon : atHour(soon, at);
  const endsAt = minutesAfter(new Date(startsAt), lasts);
  const arrangedAt = new Date(minutesAfter(now, Math.min(0, startsIn) - 8 * day));
  const session = newSession(
    { ...terms, startsAt, endsAt, branchId: null, courseId: course === undefined ? null : seededCourseId(course) },
    {
      ...{ sessionId: seededSessionId(key), fingerprint: key, arrangedById: idOf('周岚'), makesUpForId: null },
      ...{ trainers: trainers.map((name) => ({ personId: idOf(name), name })), now: arrangedAt },
    },
  );
  const joinedAt = minutesAfter(arrangedAt, day);
  const parts = members.map((name) => partOfStory(one, name, [joinedAt, startsAt, endsAt]));
  return {
    ...session,
    ...{ memberIds: members.map(idOf), seatsLeft: terms.quota - members.length },
    parts: Object.fromEntries(parts.map((part) => [partOf(part.personId), part])),
    ...{ announcements: [], pendingSince: null, remindAt: nextReminderAt(startsAt, now.toISOString()) },
  };
}

/** What the classroom has stored by now, by its own rules. */
export function classroomDocuments(now: Date): { trainingSessions: StoredSession[] } {
  return { trainingSessions: story.map((one) => tell(one, now)) };
}
