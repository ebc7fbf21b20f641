import { refuse } from '../../../shared/refusal';
import type { Path, Stage } from '../../../shared/training/path';
import type { StoredPath } from '../documents';

export function storedPathView({ _id, title, story, branchId, stages, version }: StoredPath): Path {
  return { pathId: _id, title, story, branchId, stages, version };
}

/** The courses of all stages; one that stands in two would lock itself. */
export function checkStages(stages: readonly Stage[]): string[] {
  const courseIds = stages.flatMap((stage) => stage.courseIds);
  return new Set(courseIds).size === courseIds.length ? courseIds : refuse('path_course_twice');
}
