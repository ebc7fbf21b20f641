import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { heatOf } from '../rules/skills';
import { skillsOfCompany } from '../skills/stored-skills';
import { store } from '../store';

/** One request: what the last walk counted. */
export const readSkillHeat: Handler<TrainingContract['readSkillHeat']> = async (_, { caller }) => {
  const { reach } = caller;
  const [figures] = await store.skillFigures.list({
    where: { _id: skillsOfCompany },
    ...{ limit: 1, fields: ['counted'] as const },
  });
  const counted = figures?.counted ?? null;
  if (!counted) return { on: null, items: [] };
  const skills = [...new Set(counted.cells.map(({ skill }) => skill))].sort();
  const items = skills.map((skill) => ({
    skill,
    groups: heatOf(counted.cells, skill, reach === 'everywhere' ? null : reach),
  }));
  return { on: counted.on, items };
};
