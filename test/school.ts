import { main as onboarding } from '../cloudfunctions/onboarding/index';
import { main as people } from '../cloudfunctions/people/index';
import { signedCall } from '../cloudfunctions/platform/system-call';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as today } from '../cloudfunctions/today/index';
import type { DrawnQuestion, StoredAttempt, StoredLearning } from '../cloudfunctions/training/documents';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { personOf, weChatOf } from '../seeds/sample-calls/sample-call';
import { seededCourseId } from '../seeds/training-documents';
import type { Answer, InputOf, OutputOf } from '../shared/kernel/contract';
import type { TrainingContract } from '../shared/training/contract';
import type { QuizAnswer } from '../shared/training/question';
import { passTime } from './mall';
import { openStage, type Stage } from './stage';
import { toldCompany } from './told-company';

type Call = keyof TrainingContract;

/** The seeded company with the functions that training speaks to, on one stage. */
export interface School {
  stage: Stage;
  /** Calls as the person of this name, or the WeChat with this OpenID. */
  ask<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<TrainingContract[Name]>,
  ): Promise<Answer<OutputOf<TrainingContract[Name]>>>;
  /** The answer's data; throws when it was refused. */
  tell<Name extends Call>(
    name: string,
    call: Name,
    input: InputOf<TrainingContract[Name]>,
  ): Promise<OutputOf<TrainingContract[Name]>>;
  /** Another context's function calls. */
  deliver<Name extends Call>(
    call: Name,
    input: InputOf<TrainingContract[Name]>,
  ): Promise<Answer<OutputOf<TrainingContract[Name]>>>;
  learning(personId: string, courseId: string): StoredLearning;
  attempts(courseId: string): StoredAttempt[];
  /** Somebody new who has learned the whole security course but not sat its exam; the OpenID. */
  examinee(): Promise<string>;
  /** The titles of what is unread or to be done. */
  toldTo(personId: string): string[];
  /** All points that somebody ever had. */
  earned(personId: string): number;
  /** The clock moves on by two minutes and the timer fires. */
  sweep(): Promise<unknown>;
  close(): Promise<void>;
}

export const security = () => seededCourseId('security');

/** The right answer to a question as it was drawn. */
export const rightAnswer = ({ key, accepted }: DrawnQuestion): QuizAnswer => ({
  ...{ picks: key, words: accepted[0] ?? '' },
});

let examinees = 0;

export async function openSchool(now: Date): Promise<School> {
  const stage = await openStage([], { onboarding, people, points, recognition, today, training, wechat });
  forgetRules();
  const { identities, collections } = toldCompany(now);
  await stage.cloud.seed({ identities, collections, files: [] });
  const openIdOf = (name: string) => (name.startsWith('o-') ? name : weChatOf(name));
  const documents = <Document>(name: string) => stage.cloud.documents(name) as unknown as Document[];
  const ask: School['ask'] = (name, call, input) => stage.call(training, openIdOf(name), { call, input });
  const learning: School['learning'] = (personId, courseId) => {
    const found = documents<StoredLearning>('learnings').find(
      (one) => one.personId === personId && one.courseId === courseId,
    );
    if (!found) throw new Error('there is no such learning');
    return found;
  };
  return {
    ...{ stage, ask, learning },
    async tell(name, call, input) {
      const answer = await ask(name, call, input);
      if (!answer.ok) throw new Error(`${call} was refused: ${JSON.stringify(answer)}`);
      return answer.data;
    },
    deliver: (call, input) => stage.call(training, null, signedCall('training', call, input, new Date())),
    attempts: (courseId) => documents<StoredAttempt>('attempts').filter((one) => one.courseId === courseId),
    async examinee() {
      examinees += 1;
      const [_id, personId] = [`o-pupil${examinees}`, `p-pupil${examinees}`];
      await stage.seat({ _id, personId, name: `学员${examinees}` });
      const ready = learning(personOf('马会敏'), security());
      const copy = { ...ready, _id: `${personId}.${security()}`, personId, sort: `${ready.sort}${personId}` };
      await stage.cloud.seed({ identities: [], collections: { learnings: [copy] }, files: [] });
      return _id;
    },
    toldTo: (personId) =>
      documents<{ personId: string; title: string; open: boolean }>('todayEntries').flatMap((told) =>
        told.personId === personId && told.open ? [told.title] : [],
      ),
    earned: (personId) =>
      documents<{ _id: string; lifetime: number }>('pointAccounts').find(({ _id }) => _id === personId)?.lifetime ?? 0,
    sweep() {
      passTime(120_000);
      return stage.runTimer(training, 'minute');
    },
    close: () => stage.close(),
  };
}
