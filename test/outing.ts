import type { StoredActivity, StoredEnrolment, StoredRoutePoint } from '../cloudfunctions/activities/documents';
import { main as activities } from '../cloudfunctions/activities/index';
import { unsettledOf } from '../cloudfunctions/activities/rules/unsettled';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import { main as today } from '../cloudfunctions/today/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { weChatOf } from '../seeds/sample-calls/sample-call';
import type { ActivitiesContract } from '../shared/activities/contract';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import { minutesAfter } from '../shared/kernel/day';
import { partOf } from '../shared/kernel/places';
import { freshRequest } from './mall';
import { openToldStage, type ToldStage } from './told-stage';

type Published = InputOf<ActivitiesContract['publishActivity']>;

/** The seeded company with the functions that an activity needs, on one stage. */
export interface Outing extends ToldStage<'activities'> {
  /** 周岚 publishes an activity that begins in two hours; its id. */
  publish(more?: Partial<Published>): Promise<string>;
  signUp(name: string, activityId: string): Promise<Answer<OutputOf<ActivitiesContract['signUp']>>>;
  activity(activityId: string): StoredActivity;
  enrolments(activityId: string): StoredEnrolment[];
  /** Uploads a picture as the person of this name: what `addPhotos` and `setCover` need of it. */
  picture(name: string, content?: Buffer): Promise<{ pictureFileIds: string[]; requestId: string }>;
  /** WeChat's word on the first picture of these photos. */
  judgePicture(photosId: string, suggest: 'pass' | 'review' | 'risky'): Promise<void>;
  /** Who was at a point of its route. */
  visitors(activityId: string, pointId: string): string[];
  /** What of an activity contradicts itself: seats against counts, enrolments, and what these guests paid. */
  contradictions(activityId: string, guests?: readonly string[]): string[];
  /** Somebody new, with the 20 points of a welcome or none; the OpenID. The person's id has `p-` for `o-`. */
  newcomer(isWelcomed?: boolean): Promise<string>;
}

let newcomers = 0;

/** What 入职欢迎 brings a newcomer. */
const welcomePoints = 20;

export async function openOuting(now: Date): Promise<Outing> {
  forgetRules();
  const told = await openToldStage('activities', { activities, people, points, today, wechat }, now);
  const { stage, ask, tell, documents, balanceOf } = told;
  const activity = (activityId: string) => {
    const found = documents<StoredActivity>('activities').find(({ _id }) => _id === activityId);
    if (!found) throw new Error('there is no such activity');
    return found;
  };
  const enrolments = (activityId: string) =>
    documents<StoredEnrolment>('enrolments').filter((enrolment) => enrolment.activityId === activityId);
  return {
    ...told,
    ...{ activity, enrolments },
    async picture(name, content = Buffer.from('89504e470d0a1a0a0000', 'hex')) {
      const requestId = freshRequest();
      // WeChat takes it, and its verdict comes when the test says so.
      stage.cloud.openApi.answerNext('security.mediaCheckAsync', { trace_id: requestId });
      return {
        pictureFileIds: [await stage.upload(weChatOf(name), `activities/${requestId}/0.png`, content)],
        requestId,
      };
    },
    async judgePicture(photosId, suggest) {
      const verdict = { suggest, label: 100, judgedBy: 'wechat' } as const;
      const fact = { factId: `media.${photosId}`, subjectId: `${photosId}-0`, verdict, at: new Date().toISOString() };
      await tell('周岚', 'takeMediaVerdict', { fact, requestId: freshRequest() });
    },
    visitors: (activityId, pointId) =>
      documents<StoredRoutePoint>('routePoints').find(({ _id }) => _id === `${activityId}.${pointId}`)?.visitorIds ??
      [],
    publish: async (more = {}) => (await tell('周岚', 'publishActivity', { ...hike(), ...more }))._id,
    signUp: (name, activityId) =>
      ask(name, 'signUp', { activityId, feePoints: activity(activityId).feePoints, requestId: freshRequest() }),
    contradictions(activityId, guests = []) {
      const personIds = guests.map((openId) => openId.replace('o-', 'p-'));
      const paid = new Map(personIds.map((personId) => [personId, welcomePoints - balanceOf(personId)] as const));
      return contradictionsIn(activity(activityId), enrolments(activityId), paid);
    },
    async newcomer(isWelcomed = true) {
      newcomers += 1;
      const [_id, personId] = [`o-guest${newcomers}`, `p-guest${newcomers}`];
      await stage.seat({ _id, personId, name: `来客${newcomers}` });
      if (!isWelcomed) return _id;
      const fact = { factId: `joined.${personId}`, personId, employmentId: 'e-1', at: new Date().toISOString() };
      const welcome = signedCall('points', 'welcomePerson', { fact, requestId: freshRequest() }, new Date());
      await stage.call(points, null, welcome);
      return _id;
    },
  };
}

const later = (minutes: number) => minutesAfter(new Date(), minutes);

const hike = (): Published => ({
  ...{ title: '九溪徒步', kind: 'teamBuilding', about: '', place: '九溪公交站', organiserIds: [] },
  ...{ point: { latitude: 30.2, longitude: 120.1, radiusMeters: 200 }, audience: { kind: 'everybody' } },
  ...{ startsAt: later(120), endsAt: later(240), signUpClosesAt: later(120), quota: 2, feePoints: 0 },
  ...{ allowsWalkIns: false, requestId: freshRequest() },
});

function contradictionsIn(
  activity: StoredActivity,
  enrolments: readonly StoredEnrolment[],
  paidBy: ReadonlyMap<string, number>,
): string[] {
  const { quota, memberIds, seatsLeft, parts, gone, feePoints } = activity;
  const inState = (state: string) =>
    enrolments.flatMap((enrolment) => (enrolment.state === state ? [enrolment.personId] : [])).sort();
  const seated = memberIds.slice(0, quota).sort();
  const wronglyPaid = [...paidBy].filter(([personId, paid]) => paid !== (seated.includes(personId) ? feePoints : 0));
  const unsettled = unsettledOf(activity, new Date().toISOString());
  return [
    ...(seatsLeft === quota - memberIds.length ? [] : [`${seatsLeft} seats are left of ${quota}`]),
    ...(unsettled.length + gone.length > 0 ? [`${unsettled.length + gone.length} are not settled`] : []),
    ...(new Set(memberIds).size === memberIds.length ? [] : ['somebody has two places']),
    ...(String(Object.keys(parts).sort()) === String(memberIds.map(partOf).sort()) ? [] : ['order and parts differ']),
    ...(String(inState('seated')) === String(seated) ? [] : ['enrolments and seats differ']),
    ...(String(inState('waiting')) === String(memberIds.slice(quota).sort()) ? [] : ['enrolments and queue differ']),
    ...wronglyPaid.map(([personId, paid]) => `${personId} paid ${paid}`),
  ];
}
