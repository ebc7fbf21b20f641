import type { Day } from '../../../shared/kernel/scalar';
import { shownGroups } from '../../../shared/kernel/shown-groups';
import { type GroupShare, type SupportShares, smallestGroup } from '../../../shared/suggestions/suggestion';
import type { Cell } from '../documents';

interface Group {
  name: string;
  people: number;
  supporters: number;
}

const sum = (cells: readonly Omit<Group, 'name'>[]) => ({
  people: cells.reduce((total, { people }) => total + people, 0),
  supporters: cells.reduce((total, { supporters }) => total + supporters, 0),
});

function departmentsOf(cells: readonly Cell[]): Group[] {
  const names = [...new Set(cells.map(({ department }) => department))].sort();
  return names.map((name) => ({ name, ...sum(cells.filter(({ department }) => department === name)) }));
}

/**
 * Departments that may be shown, and the others together. What is left when the shown are subtracted from the whole
 * company is itself a group: while that is too small, the smallest shown department goes into it.
 */
export function shownDepartments(departments: readonly Group[]): { shown: Group[]; rest: Group | null } {
  const { shown, others } = shownGroups(departments, smallestGroup);
  return { shown, rest: shown.length === 0 || others.length === 0 ? null : { name: '', ...sum(others) } };
}

/**
 * Whether core staff may be shown as a group beside the groups already shown. Adding and subtracting groups leaves, in
 * each of them, either its core staff or the others: the smallest remainder anybody can be left with is the sum of the
 * smaller parts, and it has to be nobody at all or a group again.
 */
export function mayShowCore(parts: readonly { core: number; others: number }[]): boolean {
  const core = parts.reduce((total, part) => total + part.core, 0);
  const others = parts.reduce((total, part) => total + part.others, 0);
  if (core < smallestGroup || (others > 0 && others < smallestGroup)) return false;
  const remainder = parts.reduce((total, part) => total + Math.min(part.core, part.others), 0);
  return remainder === 0 || remainder >= smallestGroup;
}

const shareOf = (kind: GroupShare['kind'], { name, people, supporters }: Group): GroupShare => ({
  ...{ kind, name, people, percent: Math.round((supporters / people) * 100) },
});

/** The shares that may be shown of what was counted; the largest departments first. */
export function supportShares(cells: readonly Cell[], on: Day): SupportShares {
  const company = sum(cells);
  if (company.people < smallestGroup) return { on, groups: [] };
  const { shown, rest } = shownDepartments(departmentsOf(cells));
  const names = shown.map(({ name }) => name);
  const sizeOf = (isCore: boolean, isIn: (department: string) => boolean) =>
    sum(cells.filter((cell) => cell.isCore === isCore && isIn(cell.department))).people;
  const partOf = (isIn: (department: string) => boolean) => ({ core: sizeOf(true, isIn), others: sizeOf(false, isIn) });
  const parts = [
    ...names.map((name) => partOf((department) => department === name)),
    partOf((department) => !names.includes(department)),
  ];
  const core = sum(cells.filter(({ isCore }) => isCore));
  return {
    on,
    groups: [
      shareOf('company', { name: '', ...company }),
      ...(mayShowCore(parts) ? [shareOf('core', { name: '', ...core })] : []),
      ...shown.map((group) => shareOf('department', group)),
      ...(rest ? [shareOf('rest', rest)] : []),
    ],
  };
}

/** What was counted so far with one more page of colleagues. */
export function countedWith(
  cells: readonly Cell[],
  colleagues: readonly { personId: string; departmentName: string; position: string }[],
  supporters: ReadonlySet<string>,
  corePosts: ReadonlySet<string>,
): Cell[] {
  const counted = new Map(cells.map((cell) => [`${cell.isCore}.${cell.department}`, { ...cell }]));
  for (const { personId, departmentName: department, position } of colleagues) {
    const isCore = corePosts.has(position);
    const key = `${isCore}.${department}`;
    const cell = counted.get(key) ?? { department, isCore, people: 0, supporters: 0 };
    cell.people += 1;
    cell.supporters += supporters.has(personId) ? 1 : 0;
    counted.set(key, cell);
  }
  return [...counted.values()];
}
