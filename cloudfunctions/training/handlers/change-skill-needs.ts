import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { skillNeedsView } from '../skills/skill-needs-view';
import { type StoredSkillNeeds, skillsOfCompany } from '../skills/stored-skills';
import { store } from '../store';

/** One conditional write: of two HR who saw the same, the second is told instead of overwriting the first. */
export const changeSkillNeeds: Handler<TrainingContract['changeSkillNeeds']> = async (input, { caller }) => {
  const { seenVersion, skills, needs, requestId } = input;
  const listed = new Set(skills);
  if (needs.some((need) => need.skills.some((skill) => !listed.has(skill)))) return refuse('skill_not_found');
  const written: StoredSkillNeeds = {
    ...{ _id: skillsOfCompany, version: seenVersion + 1, skills: [...listed] },
    needs: needs.map((need) => ({ ...need, skills: [...new Set(need.skills)] })),
    ...{ changedById: personOf(caller).personId, requestId },
  };
  const { _id, ...change } = written;
  const isSaved =
    seenVersion === 0
      ? await store.skillNeeds.insert(written)
      : (await store.skillNeeds.changeOne({ _id, version: seenVersion }, change)) !== null;
  if (isSaved) return skillNeedsView(written);
  const standing = await store.skillNeeds.read(_id);
  return standing?.requestId === requestId ? skillNeedsView(standing) : refuse('skill_needs_changed');
};
