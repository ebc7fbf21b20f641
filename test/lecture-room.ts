import type { StoredSession } from '../cloudfunctions/classroom/documents';
import { main as classroom } from '../cloudfunctions/classroom/index';
import { errandsOf } from '../cloudfunctions/classroom/rules/errands';
import { main as onboarding } from '../cloudfunctions/onboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as today } from '../cloudfunctions/today/index';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { employmentOf, personOf } from '../seeds/sample-calls/sample-call';
import type { ClassroomContract } from '../shared/classroom/contract';
import type { MyPlace } from '../shared/classroom/session';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import { minutesAfter } from '../shared/kernel/day';
import { partOf } from '../shared/kernel/places';
import { freshRequest } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

type Arranged = InputOf<ClassroomContract['arrangeSession']>;

/** The seeded company with the functions that a session needs, on one stage. */
export interface LectureRoom extends ToldStage<'classroom'> {
  /** 周岚 arranges a session of 钱惠 that begins in two hours; its id. */
  arrange(more?: Partial<Arranged>): Promise<string>;
  join(name: string, sessionId: string): Promise<Answer<OutputOf<ClassroomContract['joinSession']>>>;
  leave(name: string, sessionId: string): Promise<Answer<OutputOf<ClassroomContract['leaveSession']>>>;
  /** 周岚 changes this of it. */
  change(
    sessionId: string,
    more: Partial<InputOf<ClassroomContract['changeSession']>>,
  ): Promise<Answer<OutputOf<ClassroomContract['changeSession']>>>;
  /** What somebody's own part is. */
  mineOf(name: string, sessionId: string): Promise<MyPlace | null>;
  /** The code on 钱惠's screen. */
  codeNow(sessionId: string): Promise<string>;
  signIn(name: string, sessionId: string, code: string): Promise<Answer<OutputOf<ClassroomContract['signInByCode']>>>;
  /** 钱惠 marks somebody. */
  mark(
    sessionId: string,
    personId: string,
    lateMinutes?: number,
  ): Promise<Answer<OutputOf<ClassroomContract['markSignedIn']>>>;
  /** Gives feedback: so many stars for the course, four for the trainer. */
  answer(
    name: string,
    sessionId: string,
    course?: number,
  ): Promise<Answer<OutputOf<ClassroomContract['giveFeedback']>>>;
  /** 钱惠 records a result. */
  record(
    sessionId: string,
    personId: string,
    isPassed?: boolean,
    score?: number,
  ): Promise<Answer<OutputOf<ClassroomContract['recordResults']>>>;
  session(sessionId: string): StoredSession;
  /** What of a session contradicts itself, or is still to be told. */
  contradictions(sessionId: string): string[];
  /** What people knows from now on: somebody's last working day. */
  endsWorkOn(name: string, relievingDate: string): Promise<void>;
  /** Somebody new; the OpenID. The person's id has `p-` for `o-`. */
  newcomer(): Promise<string>;
  /** As often as somebody has this before them. */
  told(personId: string, title: string): string[];
}

let newcomers = 0;
const later = (minutes: number) => minutesAfter(new Date(), minutes);

const grafting = (): Arranged => ({
  ...{ title: '嫁接入门', about: '', place: '三号温室', trainerIds: [personOf('钱惠')], branchId: null },
  ...{ startsAt: later(120), endsAt: later(240), quota: 2, hours: 2, requestId: freshRequest() },
});

function contradictionsIn(session: StoredSession): string[] {
  const { memberIds, seatsLeft, quota, parts } = session;
  const keys = memberIds.map(partOf).sort();
  const open = errandsOf(session, new Date().toISOString(), null);
  return [
    ...(new Set(memberIds).size === memberIds.length ? [] : ['somebody has two places']),
    ...(seatsLeft === quota - memberIds.length ? [] : [`${seatsLeft} seats are left of ${quota}`]),
    ...(String(Object.keys(parts).sort()) === String(keys) ? [] : ['places and parts differ']),
    ...open.map(({ kind }) => `${kind} is still to be done`),
  ];
}

export async function openLectureRoom(now: Date): Promise<LectureRoom> {
  forgetRules();
  const mains = { classroom, onboarding, people, points, recognition, today, training, wechat };
  const company = await openToldStage('classroom', mains, now);
  const { ask, tell, toldTo, documents } = company;
  const session = (sessionId: string) => {
    const found = documents<StoredSession>('trainingSessions').find(({ _id }) => _id === sessionId);
    if (!found) throw new Error('there is no such session');
    return found;
  };
  const fresh = (sessionId: string) => ({ sessionId, requestId: freshRequest() });
  return {
    ...company,
    session,
    told: (personId, title) => toldTo(personId).filter((one) => one === title),
    leave: (name, sessionId) => ask(name, 'leaveSession', fresh(sessionId)),
    change(sessionId, more) {
      const { title, about, place, startsAt, endsAt, quota, hours, trainers } = session(sessionId);
      const trainerIds = trainers.map(({ personId }) => personId);
      const terms = { title, about, place, startsAt, endsAt, quota, hours, trainerIds };
      return ask('周岚', 'changeSession', { ...fresh(sessionId), ...terms, ...more });
    },
    async endsWorkOn(name, relievingDate) {
      const notice = { employmentId: employmentOf(name), relievingDate, at: new Date().toISOString() };
      const said = signedCall('people', 'setNotice', { ...notice, requestId: freshRequest() }, new Date());
      const answer = await company.stage.call(people, null, said);
      if (!answer.ok) throw new Error(`setNotice: ${answer.code}`);
    },
    mineOf: async (name, sessionId) => (await tell(name, 'readSession', { sessionId })).mine,
    codeNow: async (sessionId) => (await tell('钱惠', 'readSignInCode', { sessionId })).code,
    signIn: (name, sessionId, code) => ask(name, 'signInByCode', { ...fresh(sessionId), code }),
    mark: (sessionId, personId, lateMinutes = 0) =>
      ask('钱惠', 'markSignedIn', { ...fresh(sessionId), personId, lateMinutes }),
    answer: (name, sessionId, course = 5) =>
      ask(name, 'giveFeedback', { ...fresh(sessionId), course, trainer: 4, words: '' }),
    record: (sessionId, personId, isPassed = true, score = 90) =>
      ask('钱惠', 'recordResults', { ...fresh(sessionId), results: [{ personId, isPassed, score, hours: 2 }] }),
    arrange: async (more = {}) => (await tell('周岚', 'arrangeSession', { ...grafting(), ...more }))._id,
    join: (name, sessionId) => ask(name, 'joinSession', fresh(sessionId)),
    contradictions: (sessionId) => contradictionsIn(session(sessionId)),
    async newcomer() {
      newcomers += 1;
      const [_id, personId] = [`o-learner${newcomers}`, `p-learner${newcomers}`];
      await company.stage.seat({ _id, personId, name: `学员${newcomers}` });
      return _id;
    },
  };
}
