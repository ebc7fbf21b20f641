import type { ColleagueFacts } from '../../../shared/people/colleagues';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { SkillStand } from '../../../shared/training/skill';
import { type Caller, personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import { provingCourses, skillNeeds, standsOfMany } from './proofs';
import type { StoredSkillNeeds } from './stored-skills';

/** Somebody who works here, for their manager or for HR within reach; for anybody else they are not there. */
export async function subjectOf(caller: Caller, personId: string, now: Date): Promise<ColleagueFacts> {
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [found] = answer.data.items;
  if (!found) return refuse('colleague_not_found');
  const isReport = found.managerPersonId === personOf(caller).personId;
  return isReport || reaches(caller.reach, found.branchId) ? found : refuse('colleague_not_found');
}

/** What is wanted of one person and whether it is proven. */
export async function personSkills(person: ColleagueFacts, known?: StoredSkillNeeds) {
  const needs = known ?? (await skillNeeds());
  const courses = await provingCourses(needs.skills);
  const { personId, name, position, departmentName } = person;
  const stands = await standsOfMany([person], needs, courses);
  const items: SkillStand[] = stands.get(personId) ?? [];
  return { personId, name, position, departmentName, items };
}
