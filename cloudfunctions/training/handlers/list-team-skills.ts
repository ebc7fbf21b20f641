import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { provingCourses, skillNeeds, standsOfMany } from '../skills/proofs';

export const listTeamSkills: Handler<TrainingContract['listTeamSkills']> = async (
  { cursor, limit },
  { caller, now },
) => {
  const { employmentId: managerEmploymentId } = personOf(caller);
  const after = cursor === undefined ? {} : { cursor };
  const [reports, needs] = await Promise.all([
    ask('people', 'listReports', { managerEmploymentId, limit, ...after }, now),
    skillNeeds(),
  ]);
  if (!reports.ok) return refuse('wait_and_repeat');
  const { items, next } = reports.data;
  const stands = await standsOfMany(items, needs, await provingCourses(needs.skills));
  return {
    items: items.map(({ personId, name, position }) => {
      const theirs = stands.get(personId) ?? [];
      const missing = theirs.flatMap(({ skill, proof }) => (proof === null ? [skill] : []));
      return { personId, name, position, wanted: theirs.length, missing };
    }),
    next,
  };
};
