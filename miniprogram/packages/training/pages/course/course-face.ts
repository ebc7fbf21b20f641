import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { TrainingContract } from '../../../../../shared/training/contract';
import type { CourseView } from '../../../../../shared/training/learning';
import { momentInWords, todayOf } from '../../../../wording/day';
import { learningRow } from '../../../../wording/learning';
import { hindranceInWords } from '../../wording/exam';
import { lessonKindInWords } from '../../wording/lesson';

function examFace({ exam }: CourseView, now: Date) {
  if (!exam) return null;
  const { terms, attemptsUsed, bestPercent, openAttemptId, lastAttemptId, hindrance, waitsUntil } = exam;
  const wait = terms.waitHours > 0 ? `，两次之间隔 ${terms.waitHours} 小时` : '';
  return {
    rules: `${terms.questions} 题，${terms.minutes} 分钟，${terms.passPercent} 分通过`,
    attempts: `最多 ${terms.attempts} 次，已考 ${attemptsUsed} 次${wait}`,
    best: bestPercent === null ? '' : `最好成绩 ${bestPercent} 分`,
    ...{ lastAttemptId, isOpen: openAttemptId !== null },
    why: hindranceInWords(hindrance, waitsUntil ? momentInWords(waitsUntil, now) : ''),
    maySit: hindrance === null,
  };
}

/** Everything that the page shows of a course. */
export function courseFace(course: CourseView, now: Date) {
  const { about, skills, chapters, locks, courseState, state, feedback } = course;
  const row = learningRow(course, todayOf(now));
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const next = lessons.find(({ isDone }) => !isDone);
  const begun = state === 'learning' || state === 'passed';
  return {
    ...{ ...row, about, skills: skills.join('、'), begun },
    minutes: `${lessons.length} 节，约 ${lessons.reduce((sum, { minutes }) => sum + minutes, 0)} 分钟`,
    locks: locks.map(({ courseId, title }) => ({ courseId, title })),
    mayStart: !begun && locks.length === 0 && courseState === 'published',
    isRetired: !begun && courseState === 'retired',
    nextLessonId: begun ? (next?.lessonId ?? '') : '',
    chapters: chapters.map(({ chapterId, title, lessons: heads }) => ({
      ...{ chapterId, title },
      rows: heads.map(({ lessonId, title: name, minutes, kind, isDone, percent }) => ({
        ...{ lessonId, name, isDone },
        meta: [lessonKindInWords[kind], `${minutes} 分钟`, percent === null ? '' : `最好 ${percent} 分`]
          .filter(Boolean)
          .join(' · '),
        said: isDone ? '已完成' : '未完成',
      })),
    })),
    feedback,
    stood: feedback ? `有用 ${feedback.useful} 星 · 讲得清楚 ${feedback.clear} 星` : '两项打分，再说两句；满五份才汇总',
    exam: examFace(course, now),
  };
}

type Renewed = OutputOf<TrainingContract['readRenewal']>['lessons'];

/** 课程有更新: a row for each lesson, which says what is new. */
export const renewedRows = (lessons: Renewed) =>
  lessons.map(({ lessonId, title, kind, minutes, isNew }) => ({
    ...{ lessonId, name: title },
    meta: [isNew ? '新的' : '', lessonKindInWords[kind], `${minutes} 分钟`].filter(Boolean).join(' · '),
  }));
