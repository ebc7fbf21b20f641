import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { renewalOf } from '../learning/renewal';

export const readRenewal: Handler<TrainingContract['readRenewal']> = async ({ courseId }, { caller }) => {
  const renewal = await renewalOf(personOf(caller).personId, courseId);
  if (!renewal) return { lessons: [] };
  const known = new Set(renewal.learning.facts.lessons.map(({ lessonId }) => lessonId));
  const heads = renewal.published.chapters.flatMap(({ lessons }) => lessons);
  return { lessons: heads.map((head) => ({ ...head, isNew: !known.has(head.lessonId) })) };
};
