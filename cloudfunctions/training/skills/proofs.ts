import type { SkillStand } from '../../../shared/training/skill';
import { is } from '../../platform/db';
import { learningIdOf } from '../rules/ids';
import { type Post, type ProvingCourse, standsOf } from '../rules/skills';
import { store } from '../store';
import { type StoredSkillNeeds, skillsOfCompany } from './stored-skills';

/** Courses that prove something that is wanted; the latest, if ever there are more. */
const mostCourses = 100;

const nothingWanted: StoredSkillNeeds = {
  ...{ _id: skillsOfCompany, version: 0, skills: [], needs: [], changedById: '', requestId: '' },
};

/** What HR wrote; empty before. One request. */
export async function skillNeeds(): Promise<StoredSkillNeeds> {
  return (await store.skillNeeds.read(skillsOfCompany)) ?? nothingWanted;
}

/** The courses that prove one of these skills, as they are published now. One request. */
export async function provingCourses(skills: readonly string[]): Promise<ProvingCourse[]> {
  if (skills.length === 0) return [];
  const found = await store.courses.list({
    where: { 'published.skills': is.among(skills) },
    ...{ limit: mostCourses, fields: ['published', 'state', 'branchId'] },
  });
  return found.flatMap(({ _id: courseId, published, state, branchId }) =>
    published
      ? [
          {
            ...{ courseId, title: published.title, skills: published.skills, locks: published.locks },
            ...{ isOffered: state === 'published', branchId },
          },
        ]
      : [],
  );
}

/** The words that were given for these persons (at most fifty). One request. */
export const confirmationsOf = (personIds: readonly string[], most: number) =>
  store.skillConfirmations.list({ where: { personId: is.among(personIds) }, limit: personIds.length * most });

type Placed = Post & { personId: string };

/** What is wanted of each of these persons (at most fifty) and whether it is proven. Two requests, side by side. */
export async function standsOfMany(
  persons: readonly Placed[],
  { skills, needs }: StoredSkillNeeds,
  courses: readonly ProvingCourse[],
): Promise<Map<string, SkillStand[]>> {
  const pairs = persons.flatMap(({ personId }) => courses.map(({ courseId }) => learningIdOf(personId, courseId)));
  const personIds = persons.map(({ personId }) => personId);
  const [passed, confirmations] = await Promise.all([
    pairs.length === 0
      ? []
      : store.learnings.list({
          where: { _id: is.among(pairs), state: 'passed' },
          ...{ limit: pairs.length, fields: ['personId', 'courseId', 'title', 'passedAt'] as const },
        }),
    personIds.length === 0 ? [] : confirmationsOf(personIds, skills.length),
  ]);
  const byCourse = new Map(courses.map((course) => [course.courseId, course]));
  return new Map(
    persons.map((person) => {
      const isTheirs = ({ personId }: { personId: string }) => personId === person.personId;
      const known = { passed: passed.filter(isTheirs), confirmations: confirmations.filter(isTheirs) };
      return [person.personId, standsOf(needs, person, { ...known, courses: byCourse })];
    }),
  );
}
