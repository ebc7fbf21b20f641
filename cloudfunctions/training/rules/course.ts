import type { Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { Chapter, Lesson, LessonHead, Lock } from '../../../shared/training/course';
import { courseLimits } from '../../../shared/training/course';
import { type Question, questionLimits } from '../../../shared/training/question';
import type { PublishedCourse, StoredCourse, StoredLesson, StoredPaper, StoredVersion } from '../documents';
import { lessonIdOf, versionIdOf } from './ids';

/** Requests that a draft remembers, so that a repeat is answered. */
const rememberedRequests = 20;
/** Characters of a version as text: what one document and one answer may carry with room to spare. */
const longestCourse = 400_000;

export const headOf = ({ lessonId, title, minutes, body, done }: Lesson): LessonHead => ({
  ...{ lessonId, title, minutes, kind: body.kind, done },
});

/** A course that has nothing but a name. */
export function newCourse(
  head: { title: string; branchId: string | null },
  given: { courseId: string; createdById: string; fingerprint: string; requestId: string; at: Instant },
): StoredCourse {
  const { courseId, createdById, fingerprint, requestId, at } = given;
  return {
    ...{ ...head, _id: courseId, about: '', prerequisites: [], skills: [], exam: null, locks: [], state: 'draft' },
    ...{ chapters: [], lessons: [], bank: [], lessonCount: 0, questionCount: 0, draftVersion: 1, published: null },
    ...{ createdById, fingerprint, lastRequestIds: [requestId], changedAt: at, sort: `${at}.${courseId}` },
  };
}

type Draft = Pick<StoredCourse, 'chapters' | 'lessons' | 'lessonCount'>;

function draftOf(chapters: Chapter[], lessons: readonly Lesson[]): Draft {
  const kept = new Set(chapters.flatMap((chapter) => chapter.lessons.map(({ lessonId }) => lessonId)));
  const left = lessons.filter(({ lessonId }) => kept.has(lessonId));
  return { chapters, lessons: left, lessonCount: left.length };
}

/** The chapters as they were named, with their lessons in that order. */
export function arranged(
  course: Pick<StoredCourse, 'lessons'>,
  wanted: readonly { chapterId: string; title: string; lessonIds: string[] }[],
): Draft {
  const heads = new Map(course.lessons.map((lesson) => [lesson.lessonId, headOf(lesson)]));
  const used = new Set<string>();
  const chapters = wanted.map(({ chapterId, title, lessonIds }) => ({
    chapterId,
    title,
    lessons: lessonIds.map((lessonId) => {
      if (used.has(lessonId)) return refuse('lesson_not_found');
      used.add(lessonId);
      return heads.get(lessonId) ?? refuse('lesson_not_found');
    }),
  }));
  return draftOf(chapters, course.lessons);
}

/** The draft with a lesson in a chapter: in its old place, or at the end. */
export function withWrittenLesson(course: StoredCourse, chapterId: string, lesson: Lesson): Draft {
  const { chapters, lessons } = course;
  const isKnown = lessons.some(({ lessonId }) => lessonId === lesson.lessonId);
  if (!chapters.some((chapter) => chapter.chapterId === chapterId)) return refuse('chapter_not_found');
  if (!isKnown && lessons.length >= courseLimits.lessons) return refuse('course_lessons_full');
  const head = headOf(lesson);
  const placed = chapters.map((chapter) => {
    const stays = chapter.chapterId === chapterId;
    const at = chapter.lessons.findIndex(({ lessonId }) => lessonId === lesson.lessonId);
    if (at < 0) return stays ? { ...chapter, lessons: [...chapter.lessons, head] } : chapter;
    const others = chapter.lessons.filter((_, index) => index !== at);
    return { ...chapter, lessons: stays ? others.toSpliced(at, 0, head) : others };
  });
  const kept = isKnown ? lessons.map((one) => (one.lessonId === lesson.lessonId ? lesson : one)) : [...lessons, lesson];
  return draftOf(placed, kept);
}

export function withQuestion(bank: readonly Question[], question: Question): Question[] {
  const at = bank.findIndex(({ questionId }) => questionId === question.questionId);
  if (at >= 0) return bank.map((one, index) => (index === at ? question : one));
  return bank.length < questionLimits.bank ? [...bank, question] : refuse('course_bank_full');
}

export const remembering = (requestIds: readonly string[], requestId: string) =>
  [...requestIds, requestId].slice(-rememberedRequests);

/** Everything that is written when a draft becomes a version. The same draft gives the same documents. */
interface Publication {
  published: PublishedCourse;
  version: StoredVersion;
  lessons: StoredLesson[];
  paper: StoredPaper;
}

export function publicationOf(course: StoredCourse, locks: Lock[]): Publication {
  const { _id: courseId, title, about, branchId, prerequisites, skills, exam, draftVersion, bank } = course;
  if (course.lessons.length === 0) return refuse('course_empty');
  if (exam && bank.length < exam.questions) return refuse('course_bank_short');
  if (JSON.stringify([course.lessons, bank]).length > longestCourse) return refuse('course_too_long');
  const chapters = course.chapters.filter(({ lessons }) => lessons.length > 0);
  const order = chapters.flatMap(({ lessons }) => lessons.map(({ lessonId }) => lessonId));
  const head = { title, about, branchId, prerequisites, skills, exam };
  const published = { ...head, version: draftVersion, chapters, locks };
  const lessons = course.lessons.map((lesson) => ({
    ...{ ...lesson, _id: lessonIdOf(courseId, draftVersion, lesson.lessonId), courseId },
    nextLessonId: order[order.indexOf(lesson.lessonId) + 1] ?? null,
  }));
  const _id = versionIdOf(courseId, draftVersion);
  return { published, version: { ...published, _id, courseId }, lessons, paper: { _id, courseId, bank } };
}
