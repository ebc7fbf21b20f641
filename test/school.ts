import { main as classroom } from '../cloudfunctions/classroom/index';
import { main as onboarding } from '../cloudfunctions/onboarding/index';
import type { EmploymentDocument } from '../cloudfunctions/people/documents';
import { main as people } from '../cloudfunctions/people/index';
import { main as points } from '../cloudfunctions/points/index';
import { forgetRules } from '../cloudfunctions/points/read-rules';
import { main as recognition } from '../cloudfunctions/recognition/index';
import { main as today } from '../cloudfunctions/today/index';
import type { DrawnQuestion, StoredAttempt, StoredCourse, StoredLearning } from '../cloudfunctions/training/documents';
import { main as training } from '../cloudfunctions/training/index';
import { main as wechat } from '../cloudfunctions/wechat/index';
import { personOf } from '../seeds/sample-calls/sample-call';
import { seededCourseId } from '../seeds/training-documents';
import type { QuizAnswer } from '../shared/training/question';
import { openToldStage, type ToldStage } from './told-stage';

/** The seeded company with the functions that training speaks to, on one stage. */
export interface School extends ToldStage<'training'> {
  learning(personId: string, courseId: string): StoredLearning;
  course(courseId: string): StoredCourse;
  attempts(courseId: string): StoredAttempt[];
  /** As the phone does when the network gives up: the same again, under the same id. */
  insist: School['tell'];
  /** Somebody new who has learned the whole security course but not sat its exam; the OpenID. */
  examinee(version?: number): Promise<string>;
  /** So many more colleagues, all of one department, as 林晓 is. */
  hire(count: number, departmentName: string): Promise<void>;
  /** All points that somebody ever had. */
  earned(personId: string): number;
}

export const security = () => seededCourseId('security');

/** The right answer to a question as it was drawn. */
export const rightAnswer = ({ key, accepted }: DrawnQuestion): QuizAnswer => ({
  ...{ picks: key, words: accepted[0] ?? '' },
});

let examinees = 0;

export async function openSchool(now: Date): Promise<School> {
  forgetRules();
  const mains = { classroom, onboarding, people, points, recognition, today, training, wechat };
  const told = await openToldStage('training', mains, now);
  const { stage, documents } = told;
  const learning: School['learning'] = (personId, courseId) => {
    const found = documents<StoredLearning>('learnings').find(
      (one) => one.personId === personId && one.courseId === courseId,
    );
    if (!found) throw new Error('there is no such learning');
    return found;
  };
  return {
    ...told,
    learning,
    course(courseId) {
      const found = documents<StoredCourse>('courses').find(({ _id }) => _id === courseId);
      if (!found) throw new Error('there is no such course');
      return found;
    },
    insist: async (name, call, input) => {
      for (let left = 8; ; left -= 1) {
        const answer = await told.ask(name, call, input);
        if (answer.ok) return answer.data;
        if (left === 0 || !['bug', 'wait_and_repeat'].includes(answer.code)) throw new Error(`${call}: ${answer.code}`);
      }
    },
    attempts: (courseId) => documents<StoredAttempt>('attempts').filter((one) => one.courseId === courseId),
    async examinee(version) {
      examinees += 1;
      const [_id, personId] = [`o-pupil${examinees}`, `p-pupil${examinees}`];
      await stage.seat({ _id, personId, name: `学员${examinees}` });
      const ready = learning(personOf('马会敏'), security());
      const copy = { ...ready, _id: `${personId}.${security()}`, personId, sort: `${ready.sort}${personId}` };
      const pinned = version === undefined ? copy : { ...copy, version };
      await stage.cloud.seed({ identities: [], collections: { learnings: [pinned] }, files: [] });
      return _id;
    },
    async hire(count, departmentName) {
      const [pattern] = documents<EmploymentDocument>('employments').filter(({ personName }) => personName === '林晓');
      if (!pattern) throw new Error('林晓 is not there');
      const employments = Array.from({ length: count }, (_, index) => ({
        ...{ ...pattern, departmentName, _id: `e-many-${index}`, personId: `p-many-${index}` },
        ...{ employeeNumber: `M${index}`, byNumber: `M${index}.1`, byName: `m${index}.1` },
      }));
      await stage.cloud.seed({ identities: [], collections: { employments }, files: [] });
    },
    earned: (personId) =>
      documents<{ _id: string; lifetime: number }>('pointAccounts').find(({ _id }) => _id === personId)?.lifetime ?? 0,
  };
}
