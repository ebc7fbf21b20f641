import type { ActivitiesContract } from '../../shared/activities/contract';
import type { InputOf } from '../../shared/kernel/contract';
import { minutesAfter } from '../../shared/kernel/day';
import { seededActivityId } from '../activities-documents';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls, weChatOf } from './sample-call';

/** A tasting that begins in half an hour, so that it can be signed up for and checked in to. */
const tasting = () => {
  const now = new Date();
  const later = (minutes: number) => minutesAfter(now, minutes);
  return {
    ...{ title: '新品番茄试吃', kind: 'offline', about: '三个品种，盲吃打分。', place: '总部茶水间' },
    audience: { kind: 'everybody' },
    point: { latitude: 30.28, longitude: 120.13, radiusMeters: 300 },
    ...{ startsAt: later(30), endsAt: later(90), signUpClosesAt: later(30), quota: 10, feePoints: 0 },
    ...{ organiserIds: [personOf('钱惠')], allowsWalkIns: true, requestId: requestId() },
  } satisfies InputOf<ActivitiesContract['publishActivity']>;
};

/** A fresh activity; its id. */
async function published(ask: Ask): Promise<string> {
  const made = await ask.call<ActivitiesContract['publishActivity']>(hr, 'activities', 'publishActivity', tasting());
  return made._id;
}

const twoCities = () => ({
  goal: 60,
  points: [
    { id: 'p1', name: '杭州·茶水间', point: tasting().point },
    { id: 'p2', name: '成都·前台', point: null },
  ],
});

/** Signed up for an activity with a route; its id. */
async function routed(ask: Ask): Promise<string> {
  const activityId = await signedUp(ask);
  const input = { activityId, ...twoCities(), requestId: requestId() };
  await ask.call<ActivitiesContract['setRoute']>(qian, 'activities', 'setRoute', input);
  return activityId;
}

async function signedUp(ask: Ask): Promise<string> {
  const activityId = await published(ask);
  const input = { activityId, feePoints: 0, requestId: requestId() };
  await ask.call<ActivitiesContract['signUp']>(linXiao, 'activities', 'signUp', input);
  return activityId;
}

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

/** A picture that somebody just uploaded, with the request it is for. */
async function uploaded(ask: Ask, as: string, id: string = requestId()) {
  return { pictureFileIds: [await ask.upload(as, `activities/${id}/0.png`, png)], requestId: id };
}

/** A photo of 林晓, once a company for each use; its id. */
async function photographed(ask: Ask, use: string): Promise<string> {
  const input = { ...books(), ...(await uploaded(ask, linXiao, `sample-photo-${use}-0001`)) };
  const added = await ask.call<ActivitiesContract['addPhotos']>(linXiao, 'activities', 'addPhotos', input);
  return added._id;
}

const qian = weChatOf('钱惠');
const books = () => ({ activityId: seededActivityId('books') });
const greenhouse = () => ({ activityId: seededActivityId('greenhouse') });

export const activitiesSamples: SampleCalls['activities'] = {
  publishActivity: always(hr, tasting),
  changeActivity: {
    as: hr,
    input: async (ask) => {
      const { audience: _, ...terms } = tasting();
      return { activityId: await signedUp(ask), ...terms, place: '总部天台', quota: 12 };
    },
  },
  cancelActivity: {
    as: hr,
    input: async (ask) => ({ activityId: await signedUp(ask), reason: '讲师病了', requestId: requestId() }),
  },
  listActivities: always(linXiao, () => ({ which: 'coming' })),
  readActivity: always(linXiao, greenhouse),
  signUp: {
    as: linXiao,
    input: async (ask) => ({ activityId: await published(ask), feePoints: 0, requestId: requestId() }),
  },
  cancelSignUp: { as: linXiao, input: async (ask) => ({ activityId: await signedUp(ask), requestId: requestId() }) },
  readCheckInCode: always(qian, greenhouse),
  checkInByCode: {
    as: linXiao,
    input: async (ask) => {
      const activityId = await signedUp(ask);
      const asked = { activityId };
      const read = ask.call<ActivitiesContract['readCheckInCode']>(qian, 'activities', 'readCheckInCode', asked);
      return { activityId, code: (await read).code, requestId: requestId() };
    },
  },
  checkInByPlace: {
    as: linXiao,
    input: async (ask) => ({
      activityId: await signedUp(ask),
      ...{ latitude: 30.2801, longitude: 120.1301, accuracyMeters: 30, ageSeconds: 1, requestId: requestId() },
    }),
  },
  markAttended: {
    as: qian,
    input: async (ask) => ({
      activityId: await signedUp(ask),
      personId: personOf('林晓'),
      requestId: requestId(),
    }),
  },
  setRoute: {
    as: qian,
    input: async (ask) => ({ activityId: await signedUp(ask), ...twoCities(), requestId: requestId() }),
  },
  readRoute: always(linXiao, greenhouse),
  readPointCode: always(qian, () => ({ ...greenhouse(), pointId: 'chengdu' })),
  visitByCode: {
    as: linXiao,
    input: async (ask) => {
      const asked = { activityId: await routed(ask), pointId: 'p2' };
      const read = ask.call<ActivitiesContract['readPointCode']>(qian, 'activities', 'readPointCode', asked);
      return { ...asked, code: (await read).code, requestId: requestId() };
    },
  },
  visitByPlace: {
    as: linXiao,
    input: async (ask) => ({
      ...{ activityId: await routed(ask), pointId: 'p1', requestId: requestId() },
      ...{ latitude: 30.2801, longitude: 120.1301, accuracyMeters: 30, ageSeconds: 1 },
    }),
  },
  setCover: { as: qian, input: async (ask) => ({ ...greenhouse(), ...(await uploaded(ask, qian)) }) },
  addPhotos: { as: linXiao, input: async (ask) => ({ ...books(), ...(await uploaded(ask, linXiao)) }) },
  listPhotos: always(linXiao, books),
  decidePhotos: {
    as: qian,
    input: async (ask) => ({
      ...{ photosId: await photographed(ask, 'decided'), verdict: 'takeDown', reason: '有外来访客的正脸' },
      requestId: requestId(),
    }),
  },
  removePhotos: {
    as: linXiao,
    input: async (ask) => ({ photosId: await photographed(ask, 'removed'), requestId: requestId() }),
  },
  takeMediaVerdict: {
    as: 'system',
    input: async (ask) => {
      const fact = {
        factId: 'seed-verdict-000002',
        subjectId: `${await photographed(ask, 'judged')}-0`,
        verdict: { suggest: 'pass', label: 100, judgedBy: 'wechat' },
        at: new Date().toISOString(),
      } as const;
      return { fact, requestId: requestId() } satisfies InputOf<ActivitiesContract['takeMediaVerdict']>;
    },
  },
  giveFeedback: always(linXiao, () => ({ ...books(), rating: 5, words: '还想再来', requestId: requestId() })),
  countAttended: always('system', () => ({ personId: personOf('林晓') })),
  listOrganised: always(qian, () => ({})),
  listAttendees: always(qian, books),
  readResults: always(qian, books),
  exportAttendees: always(qian, books),
};
