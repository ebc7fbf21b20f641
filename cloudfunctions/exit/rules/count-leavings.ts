import {
  type Cut,
  fewestShown,
  type HalfYear,
  type ReasonShare,
  type ShownLeavings,
  type ShownTable,
  type Turnover,
} from '../../../shared/exit/analysis';
import type { ReasonGroup } from '../../../shared/exit/reasons';
import { addDays, daysBetween } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { StoredLeaving } from '../documents';
import { type Group, mergedGroups, restKey, shownTable } from './small-groups';

/** What is counted of a leaving: nobody's name. */
export type CountedLeaving = Pick<
  StoredLeaving,
  | '_id'
  | 'branchId'
  | 'departmentId'
  | 'departmentName'
  | 'position'
  | 'dateOfJoining'
  | 'relievingDate'
  | 'wordsKey'
  | 'reasonId'
  | 'managerReasonId'
>;

/** As many half-years as a phone shows; what is older is told together. */
const mostHalves = 8;
const unassigned: Group = { key: 'none', words: '没有归类' };

export const halfOf = (day: Day): HalfYear => `${day.slice(0, 4)}H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

/** The half-year so many later; negative counts go back. */
export function halfAfter(half: HalfYear, halves: number): HalfYear {
  const place = Number(half.slice(0, 4)) * 2 + Number(half.slice(5)) - 1 + halves;
  return `${Math.floor(place / 2)}H${(place % 2) + 1}`;
}

export const firstDayOf = (half: HalfYear): Day => `${half.slice(0, 4)}-${half.endsWith('1') ? '01' : '07'}-01`;
export const lastDayOf = (half: HalfYear): Day => addDays(firstDayOf(halfAfter(half, 1)), -1);
const halfInWords = (half: HalfYear) => `${half.slice(0, 4)} ${half.endsWith('1') ? '上半年' : '下半年'}`;

const tenures: readonly (Group & { below: number })[] = [
  { key: 'quarter', words: '不到 3 个月', below: 91 },
  { key: 'year', words: '3 个月到 1 年', below: 365 },
  { key: 'three', words: '1 到 3 年', below: 3 * 365 },
  { key: 'five', words: '3 到 5 年', below: 5 * 365 },
  { key: 'more', words: '5 年以上', below: Number.POSITIVE_INFINITY },
];

function tenureOf({ dateOfJoining, relievingDate }: CountedLeaving): string {
  if (dateOfJoining === null || relievingDate === null) return 'unknown';
  const days = daysBetween(dateOfJoining, relievingDate);
  return tenures.find(({ below }) => days < below)?.key ?? 'unknown';
}

interface Axis {
  groups: Group[];
  keyOf: (leaving: CountedLeaving) => string;
}

const unknown = (words: string): Group => ({ key: 'unknown', words });

function reasonAxis(
  groups: readonly ReasonGroup[],
  reasonOf: (leaving: CountedLeaving) => string | null,
  none: Group,
): Axis {
  const groupOf = new Map(groups.flatMap(({ _id, reasons }) => reasons.map((reason) => [reason._id, _id] as const)));
  return {
    groups: [...groups.map(({ _id: key, words }) => ({ key, words })), none],
    keyOf: (leaving) => groupOf.get(reasonOf(leaving) ?? '') ?? none.key,
  };
}

/** One group for each value that occurs, the same words under one name. */
function occurring(leavings: readonly CountedLeaving[], groupOf: (leaving: CountedLeaving) => Group): Axis {
  const groups = new Map(leavings.map((leaving) => [groupOf(leaving).key, groupOf(leaving)]));
  return { groups: [...groups.values()], keyOf: (leaving) => groupOf(leaving).key };
}

function halfAxis(leavings: readonly CountedLeaving[]): Axis {
  const latest = leavings.reduce(
    (last, { relievingDate }) => (relievingDate && relievingDate > last ? relievingDate : last),
    '',
  );
  if (latest === '') return { groups: [unknown('日期没有记录')], keyOf: () => 'unknown' };
  const halves = Array.from({ length: mostHalves }, (_, index) => halfAfter(halfOf(latest), index + 1 - mostHalves));
  const [first = ''] = halves;
  return {
    groups: [
      { key: 'earlier', words: '更早' },
      ...halves.map((key) => ({ key, words: halfInWords(key) })),
      unknown('日期没有记录'),
    ],
    keyOf: ({ relievingDate }) => {
      if (relievingDate === null) return 'unknown';
      return halfOf(relievingDate) < first ? 'earlier' : halfOf(relievingDate);
    },
  };
}

function tableOf(cut: Cut, leavings: readonly CountedLeaving[], rows: Axis, columns: Axis): ShownTable | null {
  const [rowAt, columnAt] = [rows, columns].map(({ groups }) => new Map(groups.map(({ key }, index) => [key, index])));
  const matrix = rows.groups.map(() => columns.groups.map(() => 0));
  for (const leaving of leavings) {
    const row = matrix[rowAt?.get(rows.keyOf(leaving)) ?? -1];
    const column = columnAt?.get(columns.keyOf(leaving)) ?? -1;
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return shownTable({ cut, rows: rows.groups, columns: columns.groups, matrix });
}

/** How the reasons of each group that is shown are spread, with the same rule of five inside the group. */
function sharesOf(leavings: readonly CountedLeaving[], groups: readonly ReasonGroup[], columns: Axis): ReasonShare[] {
  const countOf = (keep: (leaving: CountedLeaving) => boolean) => leavings.filter(keep).length;
  const totals = columns.groups.map(({ key }) => countOf((leaving) => columns.keyOf(leaving) === key));
  const merged = mergedGroups(columns.groups, totals);
  if (!merged) return [];
  return merged.groups.map((group, place): ReasonShare => {
    const total = totals.reduce((sum, count, index) => sum + (merged.placeOf[index] === place ? count : 0), 0);
    const reasons = groups.find(({ _id }) => _id === group.key)?.reasons ?? [];
    const counts = reasons.map(({ _id }) => countOf(({ reasonId }) => reasonId === _id));
    const within = mergedGroups(
      reasons.map(({ _id: key, words }) => ({ key, words })),
      counts,
      reasons.length,
    );
    const alone = (within?.groups ?? []).filter(({ key }) => key !== restKey);
    const shown = alone.flatMap(({ key, words }) => {
      const count = counts[reasons.findIndex(({ _id }) => _id === key)] ?? 0;
      return count >= fewestShown ? [{ words, count }] : [];
    });
    const told = shown.reduce((sum, { count }) => sum + count, 0);
    return { ...group, total, reasons: shown.sort((a, b) => b.count - a.count), hidden: total - told };
  });
}

/** How many people there were at both ends of the two last complete half-years. */
export interface Headcounts {
  atBeginning: number;
  atEnd: number;
}

/** The two last complete half-years before a day. */
export function turnoverSpan(today: Day): { from: Day; until: Day; halves: HalfYear[] } {
  const halves = [halfAfter(halfOf(today), -2), halfAfter(halfOf(today), -1)];
  return { from: firstDayOf(halves[0] ?? halfOf(today)), until: lastDayOf(halves[1] ?? halfOf(today)), halves };
}

/** 离职率: leavings of the span for each hundred of the average headcount. Only of half-years that are shown. */
function turnoverOf(table: ShownTable | null, today: Day, headcounts: Headcounts | null): Turnover | null {
  const { from, until, halves } = turnoverSpan(today);
  const rows = halves.map((half) => table?.rows.find(({ key }) => key === half));
  const left = rows.reduce((sum, row) => sum + (row?.total ?? 0), 0);
  if (!headcounts || rows.includes(undefined) || left < fewestShown) return null;
  const averageHeadcount = (headcounts.atBeginning + headcounts.atEnd) / 2;
  if (averageHeadcount <= 0) return null;
  return { from, until, left, averageHeadcount, ratePercent: Math.round((left / averageHeadcount) * 1000) / 10 };
}

export interface BoardFacts {
  leavings: readonly CountedLeaving[];
  groups: readonly ReasonGroup[];
  today: Day;
  headcounts: Headcounts | null;
}

/** Everything the board shows of some leavings, through the rule of five. */
export function countedBoard({ leavings, groups, today, headcounts }: BoardFacts): ShownLeavings {
  const reasons = reasonAxis(groups, ({ reasonId }) => reasonId, unassigned);
  const departments = occurring(leavings, ({ departmentId: key, departmentName: words }) => ({ key, words }));
  const halves = halfAxis(leavings);
  const rows: Record<Cut, Axis> = {
    department: departments,
    tenure: {
      groups: [...tenures.map(({ key, words }) => ({ key, words })), unknown('日期没有记录')],
      keyOf: tenureOf,
    },
    position: occurring(leavings, ({ position }) => {
      return position ? { key: `p.${position}`, words: position } : unknown('岗位没有记录');
    }),
    halfYear: halves,
    managerView: reasonAxis(groups, ({ managerReasonId }) => managerReasonId, { key: 'unwritten', words: '没有写' }),
    halfYearByDepartment: halves,
  };
  const tables = (Object.keys(rows) as Cut[]).flatMap((cut) => {
    const columns = cut === 'halfYearByDepartment' ? departments : reasons;
    return tableOf(cut, leavings, rows[cut], columns) ?? [];
  });
  const overTime = tables.find(({ cut }) => cut === 'halfYear') ?? null;
  return {
    total: leavings.length < fewestShown ? null : leavings.length,
    shares: sharesOf(leavings, groups, reasons),
    tables,
    turnover: turnoverOf(overTime, today, headcounts),
  };
}
