import { dayOf } from '../../../shared/kernel/day';
import { by } from '../../platform/db';
import { ask } from '../../platform/outbox';
import { countedWith } from '../rules/skills';
import { provingCourses, skillNeeds, standsOfMany } from '../skills/proofs';
import { type SkillCount, type StoredSkillFigures, skillsOfCompany } from '../skills/stored-skills';
import { store } from '../store';

const colleaguesAtOnce = 50;
/** Pages a minute: a thousand colleagues are counted within five minutes. */
const pagesAtOnce = 4;
const nobody: SkillCount = { cells: [], people: [] };

/** Counts once a day, and anew when HR changed what is wanted. Where it was cut off it goes on. */
export async function countSkills(now: Date): Promise<number> {
  const [needs, standing] = await Promise.all([skillNeeds(), store.skillFigures.read(skillsOfCompany)]);
  if (needs.version === 0) return 0;
  let figures = await begun(standing, needs.version, now);
  if (!figures?.isWalking) return 0;
  const courses = await provingCourses(needs.skills);
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const after = figures.cursor === null ? {} : { cursor: figures.cursor };
    const answer = await ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...after }, now);
    if (!answer.ok) return page;
    const { items, next } = answer.data;
    const stands = await standsOfMany(items, needs, courses);
    const colleagues = items.map((colleague) => ({ ...colleague, stands: stands.get(colleague.personId) ?? [] }));
    figures = await kept(figures, countedWith(figures.counting, needs.needs, colleagues), next);
    if (!figures?.isWalking) return page + 1;
  }
  return pagesAtOnce;
}

/** The walk of today and of these needs: begun now, or under way. Null where somebody else was faster. */
async function begun(standing: StoredSkillFigures | null, needsVersion: number, now: Date) {
  const on = dayOf(now);
  if (standing?.on === on && standing.needsVersion === needsVersion) return standing;
  const fresh = { on, needsVersion, cursor: null, isWalking: true, counting: nobody };
  if (standing) {
    const { _id, on: before, needsVersion: version, cursor } = standing;
    const change = { ...fresh, counting: by.exactly(nobody) };
    return store.skillFigures.changeOne({ _id, on: before, needsVersion: version, cursor }, change);
  }
  const first: StoredSkillFigures = { _id: skillsOfCompany, ...fresh, counted: null };
  return (await store.skillFigures.insert(first)) ? first : null;
}

/** One page further; with the last one what was counted is shown. Null where somebody else was faster. */
function kept({ _id, on, needsVersion, cursor }: StoredSkillFigures, counting: SkillCount, next: string | null) {
  const arrived = { counting: by.exactly(nobody), counted: by.exactly({ ...counting, on }), isWalking: false };
  return store.skillFigures.changeOne(
    { _id, on, needsVersion, cursor, isWalking: true },
    { cursor: next, ...(next === null ? arrived : { counting: by.exactly(counting) }) },
  );
}
