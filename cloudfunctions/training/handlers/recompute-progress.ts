import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { authoredCourse } from '../authoring/draft';
import type { StoredLearning, StoredVersion } from '../documents';
import { changeOf } from '../learning/record-fact';
import { versionIdOf } from '../rules/ids';
import { progressOf } from '../rules/progress';
import { store } from '../store';

const learnersAtOnce = 100;

/** Somebody who is found to have passed is told like everybody else, by the next minute. */
export const recomputeProgress: Handler<TrainingContract['recomputeProgress']> = async (input, { caller, now }) => {
  const { courseId, cursor } = input;
  await authoredCourse(courseId, caller);
  const { items, next } = await store.learnings.page({
    where: { courseId },
    ...{ sortedBy: 'sort', direction: 'asc', cursor, limit: learnersAtOnce },
  });
  const pins = [...new Set(items.flatMap(({ version }) => (version === null ? [] : [versionIdOf(courseId, version)])))];
  const versions =
    pins.length === 0 ? [] : await store.versions.list({ where: { _id: is.among(pins) }, limit: pins.length });
  const byVersion = new Map(versions.map((version) => [version.version, version]));
  const corrected = await Promise.all(
    items.map((learning) => correct(learning, byVersion.get(learning.version ?? -1) ?? null, now)),
  );
  return { checked: items.length, corrected: corrected.filter(Boolean).length, next };
};

async function correct(learning: StoredLearning, version: StoredVersion | null, now: Date): Promise<boolean> {
  if (!version) return false;
  const worked = progressOf(version, learning.facts, learning.dueOn);
  if (inOneOrder(learning) === inOneOrder(worked)) return false;
  const { _id, factsVersion } = learning;
  return (await store.learnings.changeOne({ _id, factsVersion }, changeOf(learning, worked, now))) !== null;
}

type Worked = Pick<StoredLearning, 'state' | 'progressPercent' | 'passedAt' | 'bestPercent' | 'stars'>;
const inOneOrder = ({ state, progressPercent, passedAt, bestPercent, stars }: Worked) =>
  JSON.stringify({ state, progressPercent, passedAt, bestPercent, stars });
