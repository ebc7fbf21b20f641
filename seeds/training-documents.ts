import { personIdOf } from '../cloudfunctions/people/documents';
import {
  assignmentIdOf,
  courseIdOf,
  pathIdOf,
  type StoredAssignment,
  type StoredCourse,
  type StoredLearning,
  type StoredPath,
} from '../cloudfunctions/training/documents';
import { newAssignment } from '../cloudfunctions/training/rules/assignment';
import { headOf, newCourse, publicationOf } from '../cloudfunctions/training/rules/course';
import { newLearning, requirementsOf } from '../cloudfunctions/training/rules/enrolment';
import { type Fact, progressOf, withFact } from '../cloudfunctions/training/rules/progress';
import {
  type StoredSkillConfirmation,
  type StoredSkillNeeds,
  skillConfirmationIdOf,
  skillsOfCompany,
} from '../cloudfunctions/training/skills/stored-skills';
import { addDays, dayOf, minutesAfter } from '../shared/kernel/day';
import type { Instant } from '../shared/kernel/scalar';
import type { CourseFeedback } from '../shared/training/course-feedback';
import { figures } from './company';
import { type ToldCourse, toldCourses, toldNeeds, toldPath } from './training-story';

const dayMinutes = 24 * 60;
const numberOf = (name: string) => figures.find((one) => one.name === name)?.employeeNumber ?? '';
const authorId = personIdOf(numberOf('周岚'));
const seededRequest = (key: string) => `seed-course-${key}`;

/** The course of the story. */
export const seededCourseId = (key: ToldCourse['key']) => courseIdOf(authorId, seededRequest(key));
export const seededPathId = pathIdOf(authorId, 'seed-path-thirty');

/** 认识云杉 was written anew when the branch in Chengdu opened: 孙倩 had passed what it was before. */
const renewed: ToldCourse['key'] = 'culture';
const versionOf = (key: ToldCourse['key']) => (key === renewed ? 2 : 1);

function tellCourse(told: ToldCourse, now: Date, draftVersion: number) {
  const { key, title, about, skills, exam, bank } = told;
  const [courseId, at] = [seededCourseId(key), minutesAfter(now, -120 * dayMinutes)];
  const requestId = seededRequest(key);
  const empty = newCourse(
    { title, branchId: null },
    { courseId, createdById: authorId, fingerprint: key, requestId, at },
  );
  const chapters = told.chapters.map((chapter, index) => ({
    ...{ chapterId: `${key}-${index + 1}`, title: chapter.title, lessons: chapter.lessons.map(headOf) },
  }));
  const lessons = told.chapters.flatMap((chapter) => chapter.lessons);
  const titleOf = (wanted: ToldCourse['key']) => toldCourses.find((one) => one.key === wanted)?.title ?? '';
  const draft: StoredCourse = {
    ...{
      ...empty,
      about,
      skills,
      exam,
      bank,
      chapters,
      lessons,
      prerequisites: told.prerequisites.map(seededCourseId),
      locks: told.prerequisites.map((one) => ({ courseId: seededCourseId(one), title: titleOf(one) })),
    },
    ...{ lessonCount: lessons.length, questionCount: bank.length, draftVersion },
  };
  const publication = publicationOf(draft, draft.locks);
  return { course: { ...draft, state: 'published' as const, published: publication.published }, ...publication };
}

const path: StoredPath = {
  ...{ _id: seededPathId, title: toldPath.title, story: toldPath.story, branchId: null, version: 1 },
  stages: toldPath.stages.map(({ courses, ...stage }) => ({ ...stage, courseIds: courses.map(seededCourseId) })),
  courseIds: toldPath.stages.flatMap(({ courses }) => courses.map(seededCourseId)),
  titles: toldCourses.map(({ key, title }) => ({ courseId: seededCourseId(key), title })),
  ...{ lastRequestIds: [], sort: seededPathId },
};

/** How far somebody of the story is: lessons done so many days ago, and whether the exam is passed. */
interface ToldLearner {
  name: string;
  course: ToldCourse['key'];
  dueInDays: number | null;
  done: number;
  daysAgo: number;
  examPercent: number | null;
}

const learner = (
  name: string,
  course: ToldCourse['key'],
  done: number,
  daysAgo: number,
  examPercent: number | null,
  dueInDays: number | null = null,
): ToldLearner => ({ name, course, dueInDays, done, daysAgo, examPercent });

/** Whom 周岚 asked to take the security course. */
const toldAssignees = ['林晓', '周岚', '李蓉', '顾怀远', '陈一诺', '唐思远', '赵启明', '马会敏', '钱惠'];
export const seededAssignmentId = assignmentIdOf(authorId, 'seed-assignment-security');

function tellAssignment(now: Date): StoredAssignment {
  const personIds = toldAssignees.map((name) => personIdOf(numberOf(name)));
  const terms = { courseIds: [seededCourseId('security')], audience: { kind: 'persons' as const, personIds } };
  const titles = toldCourses.flatMap(({ key, title }) => (key === 'security' ? [title] : []));
  const at = minutesAfter(now, -20 * dayMinutes);
  const given = { assignmentId: seededAssignmentId, authorId, fingerprint: 'security', titles, at };
  const assignment = newAssignment({ ...terms, dueOn: addDays(dayOf(now), 9) }, given, null);
  return { ...assignment, walkSince: null, reached: personIds.length };
}

const everybody = ['周岚', '李蓉', '顾怀远', '陈一诺', '唐思远', '赵启明', '马会敏', '钱惠'];
const toldLearners: readonly ToldLearner[] = [
  learner('林晓', 'culture', 3, 2, null, 20),
  learner('林晓', 'points', 3, 1, null, 20),
  learner('林晓', 'security', 0, 0, null, 9),
  learner('林晓', 'safety', 0, 0, null, 24),
  ...everybody.map((name, index) =>
    learner(name, 'security', index < 7 ? 5 : 2, 20 + index, index < 5 ? 80 + 4 * index : null, index === 7 ? -2 : 9),
  ),
  learner('何雨桐', 'culture', 1, 1, null, 36),
  learner('何雨桐', 'points', 0, 0, null, 36),
  learner('何雨桐', 'security', 0, 0, null, 36),
  learner('唐思远', 'culture', 3, 30, null, -10),
  learner('唐思远', 'points', 3, 28, null, -10),
  learner('唐思远', 'safety', 1, 5, null, -4),
];

/** What those who passed said: of 信息安全入门 five, so that HR sees it together. */
const toldFeedback: readonly (CourseFeedback & { name: string; course: ToldCourse['key'] })[] = [
  { name: '周岚', course: 'security', useful: 5, clear: 4, words: '' },
  { name: '李蓉', course: 'security', useful: 5, clear: 5, words: '“换个渠道问本人”这一条，成都当天就用上了。' },
  { name: '顾怀远', course: 'security', useful: 4, clear: 5, words: '例子都是我们自己的，短，记得住。' },
  { name: '陈一诺', course: 'security', useful: 4, clear: 3, words: '排序题有点绕，题目可以再写直白些。' },
  { name: '唐思远', course: 'security', useful: 5, clear: 5, words: '' },
  {
    name: '林晓',
    course: 'culture',
    useful: 5,
    clear: 4,
    words: '原来第一版是在借来的大棚里写的，读着像故事，不像规章。',
  },
];

function feedbackOf({ name, course }: ToldLearner, passedAt: Instant | null) {
  const told = toldFeedback.find((one) => one.name === name && one.course === course);
  if (!told || passedAt === null) return {};
  const { useful, clear, words } = told;
  const feedback = { useful, clear, words, requestId: `seed-feedback-${course}` };
  return { feedback, feedbackAt: minutesAfter(new Date(passedAt), 10) };
}

function tellLearning(told: ToldLearner, courses: ReturnType<typeof tellCourse>[], now: Date): StoredLearning {
  const figure = figures.find(({ name }) => name === told.name);
  const found = courses.find(({ course }) => course._id === seededCourseId(told.course));
  if (!figure || !found) throw new Error(`nobody is called ${told.name}`);
  const { course, version } = found;
  const { name, departmentName, branchId } = figure;
  const together = toldLearners.filter(({ name: one }) => one === name).map((one) => seededCourseId(one.course));
  const beganAt = new Date(minutesAfter(now, -(told.daysAgo + 3) * dayMinutes));
  const isAssigned = toldAssignees.includes(told.name) && told.course === 'security';
  const cause = {
    cause: isAssigned ? seededAssignmentId : 'seed',
    givenById: isAssigned ? authorId : null,
    dueOn: told.dueInDays === null ? null : addDays(dayOf(now), told.dueInDays),
  };
  const given = newLearning({ personId: personIdOf(figure.employeeNumber), name, departmentName, branchId }, course, {
    ...{ requires: requirementsOf(course, [path], together), cause, now: beganAt },
  });
  const isLate = told.dueInDays !== null && told.dueInDays < 0 && told.done < 3;
  const entrustedToId = isLate && figure.manager ? personIdOf(figure.manager) : null;
  const settled: StoredLearning = { ...given, toTell: [], wakeAt: null, entrustedToId };
  if (told.done === 0) return settled;
  const heads = version.chapters.flatMap(({ lessons }) => lessons).slice(0, told.done);
  const doneAt = (index: number) => minutesAfter(now, -told.daysAgo * dayMinutes - (told.done - index));
  const facts: Fact[] = heads.map(({ lessonId, kind }, index) =>
    kind === 'quiz'
      ? { kind: 'quizAnswered', lessonId, percent: 100, isPassed: true, at: doneAt(index) }
      : { kind: 'lessonDone', lessonId, at: doneAt(index) },
  );
  const exam: Fact[] =
    told.examPercent === null
      ? []
      : [{ kind: 'examJudged', number: 1, percent: told.examPercent, isPassed: true, at: doneAt(told.done) }];
  const collected = [...facts, ...exam].reduce(withFact, settled.facts);
  const { isReadyForExam: _, ...progress } = progressOf(version, collected, cause.dueOn);
  const reminder = progress.state === 'passed' ? { remindOn: null } : {};
  const begun = { facts: collected, version: version.version, startedAt: doneAt(0) };
  return { ...settled, ...progress, ...reminder, ...begun, ...feedbackOf(told, progress.passedAt) };
}

const skillNeeds: StoredSkillNeeds = {
  ...{ _id: skillsOfCompany, version: 1, changedById: authorId, requestId: seededRequest('needs') },
  skills: [...new Set(toldNeeds.flatMap(({ skills }) => skills))],
  needs: toldNeeds.map((need, index) => ({ needId: `need-${index + 1}`, ...need })),
};

/** 顾怀远 saw what 林晓 can do. */
function tellConfirmation(now: Date): StoredSkillConfirmation {
  const [personId, skill] = [personIdOf(numberOf('林晓')), '数据分析'];
  return {
    ...{ _id: skillConfirmationIdOf(personId, skill), personId, skill, isProven: true, turn: 1, pendingSince: null },
    reason: '番茄产量看板从取数到图表都是她做的，客户每周都在用。',
    ...{ byId: personIdOf(numberOf('顾怀远')), byName: '顾怀远', at: minutesAfter(now, -15 * dayMinutes) },
    lastRequestIds: [],
  };
}

/** What the training context has stored by now, by its own rules. */
export function trainingDocuments(now: Date) {
  const courses = toldCourses.map((told) => tellCourse(told, now, versionOf(told.key)));
  const before = toldCourses.filter(({ key }) => key === renewed).map((told) => tellCourse(told, now, 1));
  const told = [...courses, ...before];
  return {
    courses: courses.map(({ course }) => course),
    courseVersions: told.map(({ version }) => version),
    courseLessons: told.flatMap(({ lessons }) => lessons),
    examPapers: told.map(({ paper }) => paper),
    paths: [path],
    skillNeeds: [skillNeeds],
    skillConfirmations: [tellConfirmation(now)],
    assignments: [tellAssignment(now)],
    learnings: [
      ...toldLearners.map((one) => tellLearning(one, courses, now)),
      ...before.map((course) => tellLearning(learner('孙倩', renewed, 3, 300, null), [course], now)),
    ],
  };
}
