import type { ClassroomContract } from '../../shared/classroom/contract';
import type { InputOf } from '../../shared/kernel/contract';
import { minutesAfter } from '../../shared/kernel/day';
import { seededSessionId } from '../classroom-documents';
import { seededCourseId } from '../training-documents';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls, weChatOf } from './sample-call';

const later = (minutes: number) => minutesAfter(new Date(), minutes);

/** A course that begins in half an hour, so that it can be signed up for and signed in to. */
const grafting = () =>
  ({
    ...{ title: '嫁接入门', about: '砧木、接穗、夹子，一人嫁接三株。', place: '三号温室', quota: 10, hours: 2 },
    ...{
      startsAt: later(30),
      endsAt: later(90),
      trainerIds: [personOf('钱惠')],
      branchId: null,
      requestId: requestId(),
    },
  }) satisfies InputOf<ClassroomContract['arrangeSession']>;

/** A fresh session; its id. */
async function arranged(ask: Ask): Promise<string> {
  const made = await ask.call<ClassroomContract['arrangeSession']>(hr, 'classroom', 'arrangeSession', grafting());
  return made._id;
}

async function joined(ask: Ask): Promise<string> {
  const sessionId = await arranged(ask);
  const input = { sessionId, requestId: requestId() };
  await ask.call<ClassroomContract['joinSession']>(linXiao, 'classroom', 'joinSession', input);
  return sessionId;
}

const qian = weChatOf('钱惠');
const gu = weChatOf('顾怀远');
const talking = () => ({ sessionId: seededSessionId('talking') });
const diseases = () => ({ sessionId: seededSessionId('diseases') });

async function signedIn(ask: Ask): Promise<string> {
  const sessionId = await joined(ask);
  const input = { sessionId, personId: personOf('林晓'), lateMinutes: 0, requestId: requestId() };
  await ask.call<ClassroomContract['markSignedIn']>(qian, 'classroom', 'markSignedIn', input);
  return sessionId;
}

export const classroomSamples: SampleCalls['classroom'] = {
  arrangeSession: always(hr, grafting),
  changeSession: {
    as: hr,
    input: async (ask) => {
      const { branchId: _, ...terms } = grafting();
      return { ...terms, sessionId: await joined(ask), place: '五号温室', startsAt: later(60) };
    },
  },
  cancelSession: {
    as: hr,
    input: async (ask) => ({ sessionId: await joined(ask), reason: '讲师病了', requestId: requestId() }),
  },
  placeColleagues: {
    as: hr,
    input: async (ask) => ({
      ...{ sessionId: await arranged(ask), personIds: [personOf('林晓'), personOf('陈一诺')], requestId: requestId() },
    }),
  },
  arrangeMakeUp: always(hr, () => ({
    ...{ ...talking(), place: '小会议室', startsAt: later(2880), endsAt: later(3060), requestId: requestId() },
  })),
  listSessions: always(linXiao, () => ({ which: 'coming' })),
  readSession: always(linXiao, diseases),
  joinSession: { as: linXiao, input: async (ask) => ({ sessionId: await arranged(ask), requestId: requestId() }) },
  leaveSession: { as: linXiao, input: async (ask) => ({ sessionId: await joined(ask), requestId: requestId() }) },
  readSignInCode: always(qian, diseases),
  signInByCode: {
    as: linXiao,
    input: async (ask) => {
      const sessionId = await joined(ask);
      const asked = { sessionId };
      const read = ask.call<ClassroomContract['readSignInCode']>(qian, 'classroom', 'readSignInCode', asked);
      return { sessionId, code: (await read).code, requestId: requestId() };
    },
  },
  markSignedIn: {
    as: qian,
    input: async (ask) => ({
      ...{ sessionId: await joined(ask), personId: personOf('林晓'), lateMinutes: 5, requestId: requestId() },
    }),
  },
  giveFeedback: {
    as: linXiao,
    input: async (ask) => ({
      ...{ sessionId: await signedIn(ask), course: 5, trainer: 4, words: '手把手教，很好', requestId: requestId() },
    }),
  },
  listParticipants: always(gu, talking),
  recordResults: always(gu, () => ({
    ...{ ...talking(), requestId: requestId() },
    results: [{ personId: personOf('林晓'), isPassed: true, score: 96, hours: 3 }],
  })),
  readCourseOutcome: always('system', () => ({ courseId: seededCourseId('safety'), branchIds: ['head-office'] })),
  readOutcome: always(gu, talking),
  exportParticipants: always(gu, talking),
};
