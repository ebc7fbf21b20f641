import {
  activityIdOf,
  enrolmentIdOf,
  placeKeyOf,
  type StoredActivity,
  type StoredEnrolment,
} from '../cloudfunctions/activities/documents';
import { newActivity, type Terms } from '../cloudfunctions/activities/rules/activity';
import { personIdOf } from '../cloudfunctions/people/documents';
import type { Route } from '../shared/activities/route';
import { minutesAfter } from '../shared/kernel/day';
import { partOf } from '../shared/kernel/places';
import { type Figure, figures } from './company';
import { atHour, onTheHalfHour } from './on-the-half-hour';

const everybody = { kind: 'everybody' } as const;
const hour = 60;
const day = 24 * hour;

function figureOf(name: string): Figure {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
}
const idOf = (name: string) => personIdOf(figureOf(name).employeeNumber);

/** An activity of the story; minutes count from the moment the seeds are made. */
interface ToldActivity {
  key: 'books' | 'greenhouse' | 'pottery' | 'readings';
  terms: Omit<Terms, 'startsAt' | 'endsAt' | 'signUpClosesAt' | 'organiserIds' | 'audience'> & {
    audience?: Terms['audience'];
  };
  startsIn: number;
  /** The hour of that day; without it the half hour before the minute counted. */
  at?: number;
  lasts: number;
  organiser: string;
  seats: string[];
  route?: Route;
  /** Who was there, and what they said about it. */
  came: { name: string; rating: number | null; words: string }[];
}

/** One that is over, one that begins within the hour (to sign up for and check in to), one that costs points. */
const story: ToldActivity[] = [
  {
    key: 'books',
    terms: {
      title: '给山里孩子挑书',
      kind: 'charity',
      about: '一起把收到的三百本书分好类、写上寄语，寄给淳安的两所小学。',
      place: '杭州总部一楼咖啡区',
      point: { latitude: 30.28, longitude: 120.13, radiusMeters: 300 },
      ...{ quota: 12, feePoints: 0, allowsWalkIns: true },
    },
    ...{
      ...{ startsIn: -9 * day, at: 14 },
      lasts: 2 * hour,
      organiser: '钱惠',
      seats: ['林晓', '陈一诺', '顾怀远', '王磊', '马会敏'],
    },
    came: [
      { name: '林晓', rating: 5, words: '写寄语的时候想起自己小时候，很值得。' },
      { name: '陈一诺', rating: 4, words: '人多书少，下次可以分两场。' },
      { name: '顾怀远', rating: 5, words: '' },
      { name: '马会敏', rating: null, words: '' },
    ],
  },
  {
    key: 'greenhouse',
    terms: {
      title: '三号温室开放日',
      kind: 'teamBuilding',
      about: '换上雨靴，去看看我们的软件照看的番茄。讲解半小时，之后自由采摘，带走的都算你的。',
      place: '三号温室，西门集合',
      point: { latitude: 31.23, longitude: 121.47, radiusMeters: 500 },
      ...{ quota: 20, feePoints: 0, allowsWalkIns: true },
    },
    ...{ startsIn: 60, lasts: 6 * hour, organiser: '钱惠', seats: ['陈一诺', '顾怀远'], came: [] },
    route: {
      goal: 30,
      points: [
        { id: 'gate', name: '三号温室西门', point: { latitude: 31.23, longitude: 121.47, radiusMeters: 500 } },
        { id: 'hangzhou', name: '杭州总部天台菜园', point: { latitude: 30.28, longitude: 120.13, radiusMeters: 300 } },
        { id: 'chengdu', name: '成都办公室阳台', point: null },
      ],
    },
  },
  {
    key: 'pottery',
    terms: {
      title: '周末陶艺课',
      kind: 'offline',
      about: '两小时做一只自己的杯子，烧好后寄到公司。材料费用积分付，取消全退。',
      place: '天目里 6 号楼陶艺工坊',
      point: null,
      ...{ quota: 8, feePoints: 10, allowsWalkIns: false },
    },
    ...{ startsIn: 6 * day, at: 14, lasts: 2 * hour, organiser: '钱惠', seats: [], came: [] },
  },
  {
    key: 'readings',
    terms: {
      title: '温室数据怎么读',
      kind: 'offline',
      about: '农艺师带着三张真实的曲线，讲讲哪些波动要告警、哪些不用。产品和研发一起听，边听边改。',
      place: '杭州总部二楼大会议室',
      point: null,
      ...{ quota: 30, feePoints: 0, allowsWalkIns: true },
      audience: { kind: 'departments', departmentNames: ['研发部', '产品部'] },
    },
    ...{ startsIn: 4 * day, at: 15, lasts: 1 * hour, organiser: '顾怀远', seats: ['林晓'], came: [] },
  },
];

const seededRequest = (key: ToldActivity['key']) => `seed-activity-${key}`;

/** The activity of the story. */
export const seededActivityId = (key: ToldActivity['key']) => activityIdOf(idOf('周岚'), seededRequest(key));

function tell(one: ToldActivity, now: Date): { activity: StoredActivity; enrolments: StoredEnrolment[] } {
  const { key, terms, startsIn, at, lasts, organiser, seats, came, route = null } = one;
  const soon = minutesAfter(now, startsIn);
  const startsAt = at === undefined ? onTheHalfHour(soon) : atHour(soon, at);
  const endsAt = minutesAfter(new Date(startsAt), lasts);
  const activityId = seededActivityId(key);
  const published = newActivity(
    { ...terms, startsAt, endsAt, signUpClosesAt: startsAt, organiserIds: [], audience: terms.audience ?? everybody },
    {
      ...{
        activityId,
        fingerprint: key,
        publishedById: idOf('周岚'),
        now: new Date(minutesAfter(now, Math.min(0, startsIn - day))),
      },
      organisers: [{ personId: idOf(organiser), name: organiser }],
    },
  );
  const places = seats.map((name) => {
    const personId = idOf(name);
    return { personId, key: placeKeyOf(personId, seededRequest(key)) };
  });
  const activity: StoredActivity = {
    ...{
      ...published,
      route,
      announceSince: null,
      memberIds: seats.map(idOf),
      seatsLeft: published.quota - seats.length,
    },
    parts: Object.fromEntries(
      places.map((place) => [
        partOf(place.personId),
        { key: place.key, joinedAs: 'seated' as const, settledAs: 'seated' as const },
      ]),
    ),
  };
  const cameAt = minutesAfter(new Date(startsAt), -5);
  const enrolments = places.map(({ personId, key: placeKey }, index): StoredEnrolment => {
    const { name, departmentName } = figureOf(seats[index] ?? '');
    const seen = came.find((person) => person.name === name);
    const feedback = seen?.rating
      ? { rating: seen.rating, words: seen.words, at: activity.endsAt, requestId: seededRequest(key) }
      : null;
    return {
      ...{ _id: enrolmentIdOf(activityId, personId), activityId, personId, name, departmentName, key: placeKey },
      ...{ state: 'seated', leftKeys: [], isAttended: seen !== undefined, attendedAt: seen ? cameAt : null },
      ...{
        attendedBy: seen ? 'code' : null,
        fix: null,
        visits: {},
        visitSince: null,
        hasAnswered: feedback !== null,
        feedback,
        pendingSince: null,
      },
      ...{ sort: `0.${personId}`, calendarSort: activity.sort },
    };
  });
  return { activity, enrolments };
}

/** What the activities context has stored by now, by its own rules. */
export function activitiesDocuments(now: Date): { activities: StoredActivity[]; enrolments: StoredEnrolment[] } {
  const all = story.map((one) => tell(one, now));
  return { activities: all.map(({ activity }) => activity), enrolments: all.flatMap(({ enrolments }) => enrolments) };
}
