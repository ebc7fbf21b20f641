import { randomInt } from 'node:crypto';
import { refuse } from '../../../shared/refusal';
import type { StoredAttempt, StoredLearning, StoredVersion } from '../documents';
import { newAttempt } from '../rules/attempt';
import { versionIdOf } from '../rules/ids';
import { store } from '../store';

const seeds = 2 ** 31;

/** Draws an attempt once: whoever was faster with the same number has drawn it. */
export async function drawAttempt(
  learning: StoredLearning,
  { version, courseId, exam }: StoredVersion,
  attemptId: string,
  number: number,
  now: Date,
): Promise<StoredAttempt> {
  const paper = await store.papers.read(versionIdOf(courseId, version));
  if (!paper || !exam) return refuse('exam_none');
  const given = { attemptId, number, version, bank: paper.bank, terms: exam };
  const attempt = newAttempt(learning, given, randomInt(seeds), now);
  const isNew = await store.attempts.insert(attempt);
  return isNew ? attempt : ((await store.attempts.read(attemptId)) ?? refuse('wait_and_repeat'));
}
