import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, paragraph, RequestId } from '../kernel/scalar';
import { courseLimits, LessonHead } from './course';
import { CourseFeedback } from './course-feedback';
import {
  AttemptView,
  CourseView,
  Growth,
  LearnerLine,
  LearningLine,
  LearningStand,
  LessonView,
  SharedGoal,
} from './learning';
import { QuizAnswer, questionLimits, ReviewedQuestion } from './question';

const learner = ['newHire', 'employee'] as const;
const course = { courseId: Id };
const lesson = { ...course, lessonId: Id, requestId: RequestId };
const attempt = { attemptId: Id };

/** What a learner does. */
export const learnerCalls = {
  /** 成长: my paths, my courses, what we reach together. */
  readGrowth: { kind: 'read', roles: learner, input: z.strictObject({}), output: Growth, refusals: [] },
  /** 一起完成: how far my department (or the company) has come with a course; null for a group too small to show. */
  readSharedGoal: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject(course),
    output: z.object({ goal: SharedGoal.nullable() }),
    refusals: ['course_not_found'],
  },
  /** 选修: every course that I may begin. */
  listCourses: {
    kind: 'read',
    roles: learner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(LearningLine),
    refusals: [],
  },
  readCourse: {
    kind: 'read',
    roles: learner,
    input: z.strictObject(course),
    output: CourseView,
    refusals: ['course_not_found'],
  },
  /** Begins on the version that is published now, and stays with it. */
  startCourse: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({ ...course, requestId: RequestId }),
    output: CourseView,
    refusals: ['course_not_found', 'course_locked', 'learnings_full', 'wait_and_repeat'],
  },
  /** Opens a lesson; its time runs from here, on the cloud's clock, and on while it is closed and opened again. */
  openLesson: {
    kind: 'change',
    roles: learner,
    input: z.strictObject(lesson),
    output: LessonView,
    refusals: ['course_not_found', 'course_not_started', 'lesson_not_found'],
  },
  /** 课程有更新: the lessons that are published since I passed; none where nothing is newer, or I have not passed. */
  readRenewal: {
    kind: 'read',
    roles: learner,
    input: z.strictObject(course),
    output: z.object({ lessons: z.array(LessonHead.extend({ isNew: z.boolean() })).max(courseLimits.lessons) }),
    refusals: [],
  },
  /** One of them, to be read: nothing counts, who passed has passed. */
  readRenewedLesson: {
    kind: 'read',
    roles: learner,
    input: z.strictObject({ ...course, lessonId: Id }),
    output: LessonView,
    refusals: ['course_not_found', 'lesson_not_found'],
  },
  /** 我已完成. `lesson_too_soon` says in how many seconds. */
  finishLesson: {
    kind: 'change',
    roles: learner,
    input: z.strictObject(lesson),
    output: LearningStand,
    refusals: [
      'course_not_found',
      'course_not_started',
      'lesson_not_found',
      'lesson_by_quiz',
      'lesson_not_opened',
      'lesson_too_soon',
      'wait_and_repeat',
    ],
  },
  /** Every question of a quiz at once, in its order. As often as one likes; the best counts. */
  answerQuiz: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({ ...lesson, answers: z.array(QuizAnswer).min(1).max(questionLimits.quiz) }),
    output: z.object({
      percent: z.int().min(0).max(100),
      isPassed: z.boolean(),
      review: z.array(ReviewedQuestion).max(questionLimits.quiz),
      stand: LearningStand,
    }),
    refusals: ['course_not_found', 'course_not_started', 'lesson_not_found', 'quiz_answers_missing', 'wait_and_repeat'],
  },

  /** 课程反馈 of whoever completed the course; given again, the later one holds. */
  giveCourseFeedback: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({
      ...course,
      useful: CourseFeedback.shape.useful,
      clear: CourseFeedback.shape.clear,
      words: paragraph(300),
      requestId: RequestId,
    }),
    output: CourseFeedback,
    refusals: ['course_not_passed', 'text_refused', 'wait_and_repeat'],
  },

  // 考试
  /** Draws an attempt, or answers the one that is under way. */
  startExam: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({ ...course, requestId: RequestId }),
    output: AttemptView,
    refusals: [
      'course_not_found',
      'course_not_started',
      'exam_none',
      'exam_lessons_open',
      'exam_waiting',
      'exam_attempts_used',
      'exam_passed_already',
      'wait_and_repeat',
    ],
  },
  /** Also how one goes on after the app was closed. */
  readAttempt: {
    kind: 'read',
    roles: learner,
    input: z.strictObject(attempt),
    output: AttemptView,
    refusals: ['attempt_not_found'],
  },
  /** Keeps one answer until the end; given again, the later one holds. `place` counts from 0. */
  saveAnswer: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({
      ...attempt,
      place: z.int().min(0).max(99),
      answer: QuizAnswer,
      /** Grows with every change on the phone, so that answers that overtake each other cannot undo the later one. */
      turn: z.int().min(1).max(100_000),
      requestId: RequestId,
    }),
    output: z.object({ millisLeft: z.int().min(0) }),
    refusals: ['attempt_not_found', 'attempt_over'],
  },
  /** 交卷. Judged once; asked again, the same result comes back. */
  submitExam: {
    kind: 'change',
    roles: learner,
    input: z.strictObject({ ...attempt, requestId: RequestId }),
    output: AttemptView,
    refusals: ['attempt_not_found', 'wait_and_repeat'],
  },

  /** Colleagues whose required course is late, and whom I was asked to help along. */
  listEntrusted: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(LearnerLine),
    refusals: ['wait_and_repeat'],
  },
} as const;
