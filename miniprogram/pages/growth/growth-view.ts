import type { Growth, StageView } from '../../../shared/training/learning';
import type { MySkill, NextCourse } from '../../../shared/training/skill';
import { learningRow, starsOf } from '../../wording/learning';
import { reasonOf } from '../../wording/skill';

function stageFace({ courses, stars, mostStars, ...stage }: StageView, index: number, today: string) {
  const words = { passed: '已通关', open: '进行中', locked: '上一关通过后打开' };
  return {
    ...{ ...stage, number: index + 1, words: words[stage.state], ...starsOf(stars, mostStars) },
    icon: stage.state === 'passed' ? 'check' : stage.state === 'open' ? 'flag' : 'key',
    rows: courses.map((course) => learningRow(course, today)),
  };
}

/** What the page shows; a course that stands on a path is not listed a second time. */
export function growthFace({ paths, courses, streakDays, learnedDays }: Growth, today: string) {
  const onPaths = new Set(paths.flatMap(({ stages }) => stages.flatMap((stage) => stage.courses)).map(courseKey));
  const faces = paths.map(({ stages, ...path }) => {
    const passed = stages.filter(({ state }) => state === 'passed');
    return {
      ...path,
      stages: stages.map((stage, index) => stageFace(stage, index, today)),
      progress: `${passed.length} / ${stages.length} 关`,
      badges: passed.map(({ badge }) => badge),
    };
  });
  const urgent = courses.find(({ state, dueOn, locks }) => state !== 'passed' && dueOn !== null && locks.length === 0);
  return {
    ...{ paths: faces, streakDays, learnedDays },
    streakWords:
      streakDays > 0 ? `连续学习 ${streakDays} 天` : learnedDays > 0 ? '今天学一点，重新连起来' : '从第一课开始',
    next: urgent ? learningRow(urgent, today) : null,
    rows: courses.filter((course) => !onPaths.has(courseKey(course))).map((course) => learningRow(course, today)),
    isEmpty: courses.length === 0,
    goalCourseId: urgent?.courseId ?? courses[0]?.courseId ?? '',
  };
}

/** 下一门课 and why, and how far one is with what the position asks for; null where it asks for nothing. */
export function needsFace({ items, next }: { items: MySkill[]; next: NextCourse | null }, today: string) {
  if (items.length === 0) return null;
  const proven = items.filter(({ proof }) => proof !== null).length;
  return {
    next: next && { ...learningRow(next.course, today), reason: reasonOf(next) },
    meta:
      proven === items.length ? `岗位要求的 ${proven} 项都证明了` : `岗位要求 ${items.length} 项，已证明 ${proven} 项`,
  };
}

const courseKey = ({ courseId }: { courseId: string }) => courseId;
