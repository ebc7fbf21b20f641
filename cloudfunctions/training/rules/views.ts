import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { CourseState, Lock } from '../../../shared/training/course';
import type {
  CourseView,
  ExamStand,
  LearnerLine,
  LearningLine,
  LearningStand,
  LessonView,
  PathView,
} from '../../../shared/training/learning';
import type { HeldLearning, PublishedCourse, StoredLearning, StoredLesson, StoredPath } from '../documents';
import { hindranceOf } from './attempt';
import { feedbackView } from './course-feedback';
import { putQuiz } from './draw';
import { askedView } from './judging';
import { noFacts, type Progress, progressOf } from './progress';

type Head = Omit<HeldLearning, 'facts'>;

/** What still has to be passed before: nothing once it is begun. */
export function locksOf(requires: readonly Lock[], mine: readonly Pick<Head, 'courseId' | 'state'>[]): Lock[] {
  const passed = new Set(mine.flatMap(({ courseId, state }) => (state === 'passed' ? [courseId] : [])));
  return requires.filter(({ courseId }) => !passed.has(courseId));
}

export function lineOf(learning: Head, mine: readonly Head[]): LearningLine {
  const { courseId, title, state, progressPercent, stars, dueOn, passedAt, requires } = learning;
  const locks = state === 'assigned' ? locksOf(requires, mine) : [];
  return { courseId, title, state, progressPercent, stars, dueOn, passedAt, locks };
}

/** A course that somebody could begin. */
export function offeredLine(course: { courseId: string; title: string; locks: Lock[] }, mine: readonly Head[]) {
  const { courseId, title, locks } = course;
  return {
    ...{ courseId, title, state: null, progressPercent: 0, stars: 0, dueOn: null, passedAt: null },
    locks: locksOf(locks, mine),
  };
}

function examStand(published: PublishedCourse, learning: StoredLearning | null, progress: Progress, now: Date) {
  const { exam } = published;
  if (!exam) return null;
  const { facts = noFacts, openAttempt = null } = learning ?? {};
  const last = facts.exams.at(-1)?.number ?? null;
  const stand: Omit<ExamStand, 'openAttemptId' | 'lastAttemptId'> = {
    terms: exam,
    attemptsUsed: facts.exams.length + (openAttempt === null ? 0 : 1),
    bestPercent: progress.bestPercent,
    ...hindranceOf(exam, { facts, openAttempt }, progress, now),
  };
  return { stand, openAttempt, last };
}

/** A course's page. `attemptId` names an attempt by its number. */
export function courseView(
  found: { courseId: string; published: PublishedCourse; courseState: CourseState },
  learning: HeldLearning | null,
  mine: readonly Head[],
  attemptId: (number: number) => string,
  now: Date,
): CourseView {
  const { courseId, published, courseState } = found;
  const { title, about, skills, chapters, locks } = published;
  const facts = learning?.facts ?? noFacts;
  const progress = progressOf(published, facts, learning?.dueOn ?? null);
  const known = new Map(facts.lessons.map((fact) => [fact.lessonId, fact]));
  const line = learning ? lineOf(learning, mine) : offeredLine({ courseId, title, locks }, mine);
  const exam = examStand(published, learning, progress, now);
  return {
    ...{ ...line, title, about, skills, courseState },
    feedback: learning?.feedback ? feedbackView(learning.feedback) : null,
    chapters: chapters.map((chapter) => ({
      ...chapter,
      lessons: chapter.lessons.map((lesson) => {
        const { doneAt = null, percent = null } = known.get(lesson.lessonId) ?? {};
        return { ...lesson, isDone: doneAt !== null, percent };
      }),
    })),
    exam: exam && {
      ...exam.stand,
      openAttemptId: exam.openAttempt === null ? null : attemptId(exam.openAttempt),
      lastAttemptId: exam.last === null ? null : attemptId(exam.last),
    },
  };
}

export function lessonView(
  lesson: Omit<StoredLesson, '_id'>,
  stand: Pick<LessonView, 'isDone' | 'secondsLeft'>,
  urls: ReadonlyMap<string, string>,
): LessonView {
  const { courseId, lessonId, title, body, done, nextLessonId } = lesson;
  return {
    ...{ courseId, lessonId, title, kind: body.kind, done, ...stand, nextLessonId },
    blocks: body.kind === 'article' ? body.blocks : [],
    fileIds: body.kind === 'slides' ? body.fileIds : body.kind === 'video' || body.kind === 'pdf' ? [body.fileId] : [],
    fileUrls: Object.fromEntries(urls),
    address: body.kind === 'link' ? body.address : '',
    about: 'about' in body ? body.about : '',
    questions: body.kind === 'quiz' ? putQuiz(body.questions).map(askedView) : [],
  };
}

export const standOf = ({ progressPercent, state, stars, isReadyForExam }: Progress): LearningStand => ({
  ...{ progressPercent, state, stars, isReadyForExam },
});

/** Whoever has the courses of its first stage walks on a path. */
export const isWalkedBy = ({ stages }: Pick<StoredPath, 'stages'>, courseIds: readonly string[]) =>
  (stages[0]?.courseIds ?? []).every((courseId) => courseIds.includes(courseId));

/** 关卡: a stage opens when the one before is passed. */
export function pathView(path: StoredPath, mine: readonly Head[]): PathView {
  const byCourse = new Map(mine.map((learning) => [learning.courseId, learning]));
  const titles = new Map(path.titles.map(({ courseId, title }) => [courseId, title]));
  let isOpen = true;
  const stages = path.stages.map(({ stageId, title, culture, badge, courseIds }) => {
    const courses = courseIds.map((courseId) => {
      const learning = byCourse.get(courseId);
      return learning
        ? lineOf(learning, mine)
        : offeredLine({ courseId, title: titles.get(courseId) ?? '', locks: [] }, mine);
    });
    const isPassed = courses.every(({ state }) => state === 'passed');
    const state = isPassed ? ('passed' as const) : isOpen ? ('open' as const) : ('locked' as const);
    isOpen = isPassed;
    const stars = courses.reduce((sum, course) => sum + course.stars, 0);
    return { stageId, title, culture, badge, state, stars, mostStars: courses.length * 3, courses };
  });
  return { pathId: path._id, title: path.title, story: path.story, stages };
}

/** The days on which something was finished, and how many of them in a row lead up to today or yesterday. */
export function streakOf(mine: readonly Pick<StoredLearning, 'facts'>[], today: Day) {
  const days = new Set(
    mine.flatMap(({ facts }) =>
      [...facts.lessons.flatMap(({ doneAt }) => doneAt ?? []), ...facts.exams.map(({ at }) => at)].map(dayOf),
    ),
  );
  let day = days.has(today) ? today : addDays(today, -1);
  let streakDays = 0;
  for (; days.has(day); day = addDays(day, -1)) streakDays += 1;
  return { streakDays, learnedDays: days.size };
}

const weightOf = ({ state, dueOn }: LearningLine) =>
  `${state === 'passed' ? 2 : dueOn === null ? 1 : 0}${dueOn ?? ''}${state === 'learning' ? 0 : 1}`;

/** What has a day first, the soonest before; what is passed last. */
export const inOrder = (lines: readonly LearningLine[]) =>
  [...lines].sort((one, other) => (weightOf(one) < weightOf(other) ? -1 : 1));

export function learnerLine(learning: Head): LearnerLine {
  const { personId, name, departmentName, courseId, title, state, progressPercent, dueOn, passedAt, bestPercent } =
    learning;
  return { personId, name, departmentName, courseId, title, state, progressPercent, dueOn, passedAt, bestPercent };
}
