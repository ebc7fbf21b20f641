import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { remembering } from '../rules/course';
import { skillNeeds } from '../skills/proofs';
import { type StoredSkillConfirmation, skillConfirmationIdOf } from '../skills/stored-skills';
import { personSkills, subjectOf } from '../skills/subject';
import { tellConfirmed } from '../skills/tell-confirmed';
import { store } from '../store';

export const confirmSkill: Handler<TrainingContract['confirmSkill']> = async (input, { caller, now }) => {
  const { personId, skill, isProven, reason, requestId } = input;
  const { personId: byId, name: byName } = personOf(caller);
  if (personId === byId) return refuse('skill_own');
  const _id = skillConfirmationIdOf(personId, skill);
  const [person, needs, earlier] = await Promise.all([
    subjectOf(caller, personId, now),
    skillNeeds(),
    store.skillConfirmations.read(_id),
  ]);
  if (!needs.skills.includes(skill)) return refuse('skill_not_found');
  if (!earlier?.lastRequestIds.includes(requestId)) {
    const at = instant(now);
    const word: StoredSkillConfirmation = {
      ...{ _id, personId, skill, isProven, reason, byId, byName, at, pendingSince: at },
      ...{ turn: (earlier?.turn ?? 0) + 1, lastRequestIds: remembering(earlier?.lastRequestIds ?? [], requestId) },
    };
    if (!(await give(word, earlier))) return refuse('wait_and_repeat');
    await tellConfirmed(word, now);
  }
  return personSkills(person, needs);
};

/** False when somebody else gave another word meanwhile. */
async function give(word: StoredSkillConfirmation, earlier: StoredSkillConfirmation | null): Promise<boolean> {
  if (!earlier) return store.skillConfirmations.insert(word);
  const { _id, ...change } = word;
  return (await store.skillConfirmations.changeOne({ _id, turn: earlier.turn }, change)) !== null;
}
