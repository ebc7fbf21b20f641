import type { Path, Stage } from '../../../../../shared/training/path';

/** What is typed, as it is typed. */
export interface PathDraft {
  title: string;
  story: string;
  stages: Stage[];
}

export const emptyStage = (stageId: string): Stage => ({ stageId, title: '', culture: '', badge: '', courseIds: [] });

export const pathDraftOf = ({ title, story, stages }: Path): PathDraft => ({ title, story, stages });

/** The stage with a course put in, or taken out. */
export function withCourse(stage: Stage, courseId: string): Stage {
  const { courseIds } = stage;
  const isIn = courseIds.includes(courseId);
  return { ...stage, courseIds: isIn ? courseIds.filter((one) => one !== courseId) : [...courseIds, courseId] };
}

/** What to put right before sending; the cloud checks again. */
export function pathProblem({ title, stages }: PathDraft): string {
  if (!title.trim()) return '给路径起个名字。';
  if (stages.length === 0) return '至少要有一关。';
  const bad = stages.findIndex((stage) => ![stage.title, stage.badge, stage.culture].every((text) => text.trim()));
  if (bad >= 0) return `第 ${bad + 1} 关还缺名字、徽章或文化。`;
  const empty = stages.findIndex(({ courseIds }) => courseIds.length === 0 || courseIds.length > 6);
  return empty >= 0 ? `第 ${empty + 1} 关要选 1 到 6 门课。` : '';
}
