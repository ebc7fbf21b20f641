import type { SkillNeeds } from '../../../shared/training/skill';
import { store } from '../store';
import { provingCourses } from './proofs';
import { type StoredSkillNeeds, skillsOfCompany } from './stored-skills';

/** With what HR wants to know beside it: whether a course proves a skill, and whether a need means anybody. */
export async function skillNeedsView({ version, skills, needs }: StoredSkillNeeds): Promise<SkillNeeds> {
  const [courses, [figures]] = await Promise.all([
    provingCourses(skills),
    store.skillFigures.list({ where: { _id: skillsOfCompany }, limit: 1, fields: ['counted'] }),
  ]);
  const people = figures?.counted?.people ?? [];
  return {
    ...{ version, skills, needs },
    courses: skills.map((skill) => courses.filter((one) => one.isOffered && one.skills.includes(skill)).length),
    people: needs.map(({ needId }) => people.find((one) => one.needId === needId)?.count ?? null),
  };
}
