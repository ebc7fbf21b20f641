import { dayOf } from '../../../shared/kernel/day';
import { shownGroups } from '../../../shared/kernel/shown-groups';
import type { Lock } from '../../../shared/training/course';
import { smallestGroup } from '../../../shared/training/course-feedback';
import type { LearningLine } from '../../../shared/training/learning';
import type {
  MySkill,
  NextCourse,
  SkillGroup,
  SkillNeed,
  SkillProof,
  SkillStand,
} from '../../../shared/training/skill';
import type { HeldLearning } from '../documents';
import type { SkillCell, SkillCount, StoredSkillConfirmation } from '../skills/stored-skills';
import { lineOf, offeredLine } from './views';

/** Where somebody works, as far as needs ask. */
export interface Post {
  position: string;
  departmentName: string;
}

/** A course that proves skills. */
export interface ProvingCourse {
  courseId: string;
  title: string;
  skills: string[];
  locks: Lock[];
  /** Whether somebody new may begin it, and of which branch they have to be. */
  isOffered: boolean;
  branchId: string | null;
}

export type PassedCourse = Pick<HeldLearning, 'courseId' | 'title' | 'passedAt'>;
export type Confirmation = Pick<StoredSkillConfirmation, 'skill' | 'isProven' | 'byName' | 'reason' | 'at'>;

const isMeantBy = ({ position, departmentName }: SkillNeed, post: Post) =>
  (position === null || position === post.position) &&
  (departmentName === null || departmentName === post.departmentName);

const closeness = ({ position, departmentName }: SkillNeed) =>
  (position === null ? 0 : 2) + (departmentName === null ? 0 : 1);

/** What is wanted of somebody, each skill once, by the need that names most of them: the position before the rest. */
export function wantedOf(needs: readonly SkillNeed[], post: Post): Omit<SkillStand, 'proof'>[] {
  const meant = needs.filter((need) => isMeantBy(need, post)).sort((one, other) => closeness(other) - closeness(one));
  const bySkill = new Map<string, Omit<SkillStand, 'proof'>>();
  for (const { position, departmentName, skills } of meant) {
    for (const skill of skills) if (!bySkill.has(skill)) bySkill.set(skill, { skill, position, departmentName });
  }
  return [...bySkill.values()];
}

function proofOf(
  skill: string,
  passed: readonly PassedCourse[],
  courses: ReadonlyMap<string, Pick<ProvingCourse, 'skills'>>,
  confirmations: readonly Confirmation[],
): SkillProof | null {
  const proving = passed
    .flatMap(({ courseId, title, passedAt }) =>
      passedAt !== null && courses.get(courseId)?.skills.includes(skill) ? [{ title, passedAt }] : [],
    )
    .sort((one, other) => (one.passedAt < other.passedAt ? -1 : 1));
  const [first] = proving;
  if (first) return { how: 'course', by: first.title, on: dayOf(first.passedAt), reason: '' };
  const word = confirmations.find((one) => one.skill === skill && one.isProven);
  return word ? { how: 'confirmed', by: word.byName, on: dayOf(word.at), reason: word.reason } : null;
}

/** What is wanted of somebody and how each of it is proven: by a course passed, else by a word for it. */
export function standsOf(
  needs: readonly SkillNeed[],
  post: Post,
  known: {
    passed: readonly PassedCourse[];
    courses: ReadonlyMap<string, Pick<ProvingCourse, 'skills'>>;
    confirmations: readonly Confirmation[];
  },
): SkillStand[] {
  return wantedOf(needs, post).map((wanted) => ({
    ...wanted,
    proof: proofOf(wanted.skill, known.passed, known.courses, known.confirmations),
  }));
}

interface Candidate {
  line: LearningLine;
  proves: number;
}

/** Begun before wanted by a day before open before locked; then what proves most. */
const rankOf = ({ line, proves }: Candidate) => {
  const step = line.state === 'learning' ? 0 : line.locks.length > 0 ? 3 : line.dueOn !== null ? 1 : 2;
  return step * 100 - proves;
};

const byRank = (one: Candidate, other: Candidate) => rankOf(one) - rankOf(other);

/** What is wanted of me, with the course that proves what is missing, and which of them comes next. */
export function mySkills(
  stands: readonly SkillStand[],
  courses: readonly ProvingCourse[],
  mine: readonly HeldLearning[],
  branchId: string,
): { items: MySkill[]; next: NextCourse | null } {
  const missing = stands.flatMap(({ skill, proof }) => (proof === null ? [skill] : []));
  const byCourse = new Map(mine.map((learning) => [learning.courseId, learning]));
  const offered = courses.flatMap((course): (Candidate & { skills: string[] })[] => {
    const learning = byCourse.get(course.courseId);
    const mayTake = learning !== undefined || (course.isOffered && [null, branchId].includes(course.branchId));
    const proves = course.skills.filter((skill) => missing.includes(skill)).length;
    if (!mayTake || proves === 0) return [];
    return [{ line: learning ? lineOf(learning, mine) : offeredLine(course, mine), proves, skills: course.skills }];
  });
  const bestFor = (skill: string) => offered.filter(({ skills }) => skills.includes(skill)).sort(byRank)[0];
  const items = stands.map((stand) => ({
    ...stand,
    course: stand.proof === null ? (bestFor(stand.skill)?.line ?? null) : null,
  }));
  const open = stands.flatMap((stand) => {
    const best = stand.proof === null ? bestFor(stand.skill) : undefined;
    return best ? [{ stand, ...best }] : [];
  });
  const [first] = open.sort(byRank);
  return { items, next: first ? nextOf(first.stand, first.line, mine) : null };
}

/** A course that is locked sends to what locks it. */
function nextOf(stand: SkillStand, line: LearningLine, mine: readonly HeldLearning[]): NextCourse {
  const [lock] = line.locks;
  if (!lock) return { stand, course: line, opens: null };
  const learning = mine.find(({ courseId }) => courseId === lock.courseId);
  const course = learning ? lineOf(learning, mine) : offeredLine({ ...lock, locks: [] }, mine);
  return { stand, course, opens: line.title };
}

/** What was counted so far with some more colleagues. */
export function countedWith(
  { cells, people }: SkillCount,
  needs: readonly SkillNeed[],
  colleagues: readonly (Post & { branchId: string; stands: readonly SkillStand[] })[],
): SkillCount {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), { ...cell }]));
  for (const { branchId, departmentName, stands } of colleagues) {
    for (const { skill, proof } of stands) {
      const empty = { skill, branchId, departmentName, wanted: 0, proven: 0 };
      const cell = byPlace.get(placeOf(empty)) ?? empty;
      cell.wanted += 1;
      cell.proven += proof === null ? 0 : 1;
      byPlace.set(placeOf(cell), cell);
    }
  }
  const meant = needs.map((need) => {
    const before = people.find(({ needId }) => needId === need.needId)?.count ?? 0;
    return { needId: need.needId, count: before + colleagues.filter((one) => isMeantBy(need, one)).length };
  });
  return { cells: [...byPlace.values()], people: meant };
}

const placeOf = ({ skill, branchId, departmentName }: SkillCell) => JSON.stringify([skill, branchId, departmentName]);

/** The groups of one skill that may be shown, the smaller departments as one, of these branches (null: of all). */
export function heatOf(cells: readonly SkillCell[], skill: string, branchIds: readonly string[] | null): SkillGroup[] {
  const mine = cells.filter(
    (cell) => cell.skill === skill && (branchIds === null || branchIds.includes(cell.branchId)),
  );
  const names = [...new Set(mine.map(({ departmentName }) => departmentName))].sort();
  const departments = names.map((departmentName) => {
    const here = mine.filter((cell) => cell.departmentName === departmentName);
    const people = here.reduce((total, { wanted }) => total + wanted, 0);
    return { departmentName, people, proven: here.reduce((total, { proven }) => total + proven, 0) };
  });
  const { shown, others } = shownGroups(departments, smallestGroup);
  const group = ({ departmentName, people: wanted, proven }: (typeof departments)[number]) => ({
    ...{ departmentName, wanted, proven },
  });
  if (others.length === 0) return shown.map(group);
  const rest = {
    departmentName: '',
    people: others.reduce((total, { people }) => total + people, 0),
    proven: others.reduce((total, { proven }) => total + proven, 0),
  };
  return [...shown, rest].map(group);
}
