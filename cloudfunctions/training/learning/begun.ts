import { refuse } from '../../../shared/refusal';
import type { StoredLearning, StoredVersion } from '../documents';
import { learningIdOf, versionIdOf } from '../rules/ids';
import { store } from '../store';

/** A course that somebody is under way with. One request. */
export async function begunLearning(
  personId: string,
  courseId: string,
): Promise<{ learning: StoredLearning; version: number }> {
  const learning = await store.learnings.read(learningIdOf(personId, courseId));
  if (learning?.version == null) return refuse('course_not_started');
  return { learning, version: learning.version };
}

/** The version that a learner stays with. One request. */
export async function pinnedVersion(courseId: string, version: number): Promise<StoredVersion> {
  return (await store.versions.read(versionIdOf(courseId, version))) ?? refuse('course_not_found');
}

/** A lesson of the outline. */
export function lessonIn({ chapters }: Pick<StoredVersion, 'chapters'>, lessonId: string) {
  const found = chapters.flatMap(({ lessons }) => lessons).find((lesson) => lesson.lessonId === lessonId);
  return found ?? refuse('lesson_not_found');
}
