import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, FileId, Id, line, paragraph, RequestId } from '../kernel/scalar';
import { AssignedLine, AssignedStanding, Assignment, AssignmentAudience } from './assignment';
import { CourseDraft, CourseHead, CourseLine, courseLimits, Lesson, Lock } from './course';
import { CourseFigures } from './figures';
import { AttemptView, LearnerLine, LearningState, LessonView } from './learning';
import { Path, pathLimits, Stage } from './path';
import { Question, QuizAnswer } from './question';
import { ImportPreview } from './question-import';

const author = ['hr', 'branchHr'] as const;
const course = { courseId: Id };
/** The draft that the change was made on; somebody else may have been faster. */
const onDraft = { ...course, draftVersion: z.int().min(1).max(1_000_000), requestId: RequestId };
const draftRefusals = ['course_not_found', 'course_changed'] as const;

const questionFileRefusals = [
  'question_columns_missing',
  'question_file_empty',
  'question_file_not_found',
  'question_file_too_large',
  'question_file_unreadable',
] as const;

/** What HR does with courses, paths and who has to take them. */
export const authoringCalls = {
  listAuthored: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(CourseLine),
    refusals: [],
  },
  readDraft: {
    kind: 'read',
    roles: author,
    input: z.strictObject(course),
    output: CourseDraft,
    refusals: ['course_not_found'],
  },
  /** One lesson of the draft with its keys, to edit it. */
  readDraftLesson: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, lessonId: Id }),
    output: Lesson,
    refusals: ['course_not_found', 'lesson_not_found'],
  },
  /** 预览: a lesson of the draft as a learner would see it. */
  previewLesson: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, lessonId: Id }),
    output: LessonView,
    refusals: ['course_not_found', 'lesson_not_found'],
  },
  /** 预览: the exam of the draft, drawn by `seed`; with answers, by place, what they would be worth. Keeps nothing. */
  previewExam: {
    kind: 'read',
    roles: author,
    input: z.strictObject({
      ...course,
      seed: z.int().min(0).max(999_999),
      answers: z.array(QuizAnswer.nullable()).max(100).nullable(),
    }),
    output: AttemptView,
    refusals: ['course_not_found', 'exam_none'],
  },
  createCourse: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ title: line(40), branchId: Id.nullable(), requestId: RequestId }),
    output: CourseDraft,
    refusals: ['branch_out_of_reach', 'request_id_reused', 'wait_and_repeat'],
  },
  changeCourse: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...onDraft, head: CourseHead.omit({ branchId: true }) }),
    output: CourseDraft,
    refusals: [...draftRefusals, 'course_prerequisite_wrong'],
  },
  /** Courses that may have to be passed before this one: published, and for the same people or for everybody. */
  listPrerequisites: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, ...pageRequest }),
    output: pageOf(Lock),
    refusals: ['course_not_found'],
  },
  /** Chapters and the order of lessons. A lesson that is named nowhere is removed from the draft. */
  arrangeCourse: {
    kind: 'change',
    roles: author,
    input: z.strictObject({
      ...onDraft,
      chapters: z
        .array(
          z.strictObject({
            chapterId: Id,
            title: line(40),
            lessonIds: z.array(Id).max(courseLimits.lessons),
          }),
        )
        .max(courseLimits.chapters),
    }),
    output: CourseDraft,
    refusals: [...draftRefusals, 'lesson_not_found'],
  },
  /** Writes a lesson: one that is there is replaced, a new one goes to the end of its chapter. */
  writeLesson: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...onDraft, chapterId: Id, lesson: Lesson }),
    output: CourseDraft,
    refusals: [
      ...draftRefusals,
      'chapter_not_found',
      'course_lessons_full',
      'lesson_file_foreign',
      'lesson_file_unusable',
    ],
  },
  /** Writes a question of the exam's bank: one that is there is replaced. */
  writeQuestion: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...onDraft, question: Question }),
    output: CourseDraft,
    refusals: [...draftRefusals, 'course_bank_full', 'lesson_file_foreign', 'lesson_file_unusable'],
  },
  /** Where a picture of the draft can be seen for a while. */
  readDraftPicture: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, fileId: FileId }),
    output: z.object({ url: z.string().max(2000) }),
    refusals: ['course_not_found', 'lesson_file_foreign'],
  },
  removeQuestion: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...onDraft, questionId: Id }),
    output: CourseDraft,
    refusals: draftRefusals,
  },
  /** 导入模板: the headings and a row of each kind, as a CSV file for a spreadsheet. */
  readQuestionTemplate: {
    kind: 'read',
    roles: author,
    input: z.strictObject({}),
    output: z.object({ csv: z.string().max(10_000) }),
    refusals: [],
  },
  /** What an uploaded CSV or XLSX would do to the bank of the draft. */
  previewQuestionImport: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, fileId: FileId }),
    output: ImportPreview,
    refusals: ['course_not_found', ...questionFileRefusals],
  },
  /** Brings the sound rows of the file into the bank, as the preview said; rows that are refused stay out. */
  importQuestions: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...onDraft, fileId: FileId }),
    output: CourseDraft,
    refusals: [...draftRefusals, ...questionFileRefusals, 'question_file_nothing_new'],
  },
  /** The draft becomes a version that nobody can change any more. Who is under way keeps theirs. */
  publishCourse: {
    kind: 'change',
    roles: author,
    input: z.strictObject(onDraft),
    output: CourseDraft,
    refusals: [...draftRefusals, 'course_empty', 'course_bank_short', 'course_prerequisite_wrong', 'course_too_long'],
  },
  retireCourse: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...course, requestId: RequestId }),
    output: CourseDraft,
    refusals: ['course_not_found'],
  },

  // 关卡
  listPaths: {
    kind: 'read',
    roles: author,
    input: z.strictObject({}),
    output: z.object({ items: z.array(Path).max(50) }),
    refusals: [],
  },
  writePath: {
    kind: 'change',
    roles: author,
    input: z.strictObject({
      /** Null writes a new one. */
      pathId: Id.nullable(),
      title: line(30),
      story: paragraph(300),
      branchId: Id.nullable(),
      stages: z.array(Stage).min(1).max(pathLimits.stages),
      /** Of the path that was looked at; 0 for a new one. */
      version: z.int().min(0).max(1_000_000),
      requestId: RequestId,
    }),
    output: Path,
    refusals: ['path_not_found', 'path_changed', 'path_course_twice', 'course_not_found', 'branch_out_of_reach'],
  },

  // 指派
  /** Who has to take what until when. Carried out by the timer, colleague by colleague. */
  assignTraining: {
    kind: 'change',
    roles: author,
    input: z.strictObject({
      courseIds: z.array(Id).min(1).max(20),
      audience: AssignmentAudience,
      dueOn: Day.nullable(),
      requestId: RequestId,
    }),
    output: Assignment,
    refusals: [
      'course_not_found',
      'branch_out_of_reach',
      'assignment_due_past',
      'request_id_reused',
      'wait_and_repeat',
    ],
  },
  listAssignments: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Assignment),
    refusals: [],
  },
  /** Of whom what was asked, by the day until when: open and late the soonest first, done the latest first. */
  listAssigned: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ standing: AssignedStanding, courseId: Id.nullable(), ...pageRequest }),
    output: pageOf(AssignedLine),
    refusals: [],
  },
  /** Nobody has to take it because of this assignment any more, with the next minute; everybody hears why. */
  takeBackAssignment: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ assignmentId: Id, reason: line(100), requestId: RequestId }),
    output: Assignment,
    refusals: ['assignment_not_found'],
  },
  /**
   * One person no longer has to take a course because HR assigned it; what others ask (a first month) stands. Who has
   * begun may go on. The nightly walk does not bring it back.
   */
  takeBackTraining: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ personId: Id, ...course, reason: line(100), requestId: RequestId }),
    output: z.object({}),
    refusals: ['assignment_not_found', 'assignment_passed', 'wait_and_repeat'],
  },
  listLearners: {
    kind: 'read',
    roles: author,
    input: z.strictObject({ ...course, state: LearningState.nullable(), ...pageRequest }),
    output: pageOf(LearnerLine),
    refusals: ['course_not_found'],
  },
  /** 统计: completion, where people stand, and what the exam's questions are worth. */
  readCourseFigures: {
    kind: 'read',
    roles: author,
    input: z.strictObject(course),
    output: CourseFigures,
    refusals: ['course_not_found', 'wait_and_repeat'],
  },
  /** The figures of a course as a CSV file for a spreadsheet; what the page does not show is not in it either. */
  exportCourseFigures: {
    kind: 'read',
    roles: author,
    input: z.strictObject(course),
    output: z.object({ csv: z.string().max(200_000) }),
    refusals: ['course_not_found', 'wait_and_repeat'],
  },
  /** Works out progress anew from what is kept, for a hundred learners a call. */
  recomputeProgress: {
    kind: 'change',
    roles: author,
    input: z.strictObject({ ...course, cursor: pageRequest.cursor, requestId: RequestId }),
    output: z.object({ checked: z.int().min(0), corrected: z.int().min(0), next: z.string().nullable() }),
    refusals: ['course_not_found'],
  },
} as const;
