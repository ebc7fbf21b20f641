import { type Cut, fewestShown, type ShownTable } from '../../../shared/exit/analysis';

/** A group that people are counted in. */
export interface Group {
  key: string;
  words: string;
}

/** Where groups go that are too small to stand alone. */
export const restKey = 'rest';

/** More rows than this nobody reads on a phone, and the check below looks at every set of them. */
const mostRows = 10;

const isSmall = (count: number) => count > 0 && count < fewestShown;
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/**
 * Which groups stand alone and which are told together: all that are too small, and as many of the next smallest as
 * make them five, so that the rest cannot be found as the total less the others. Null when nothing may be shown.
 */
export function mergedGroups(
  groups: readonly Group[],
  totals: readonly number[],
  most = mostRows,
): { groups: Group[]; placeOf: number[] } | null {
  const filled = groups.map((_, index) => index).filter((index) => (totals[index] ?? 0) > 0);
  if (sum(totals) < fewestShown) return null;
  const bySize = [...filled].sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0) || a - b);
  const rest = new Set(bySize.filter((index) => isSmall(totals[index] ?? 0)));
  const crowd = () => filled.length - rest.size + (rest.size > 0 ? 1 : 0);
  for (const index of bySize) {
    const together = sum([...rest].map((one) => totals[one] ?? 0));
    const isEnough = rest.size === 0 || together >= fewestShown;
    if (isEnough && crowd() <= most) break;
    rest.add(index);
  }
  const alone = filled.filter((index) => !rest.has(index));
  const shown = alone.flatMap((index) => groups[index] ?? []);
  const restWords = rest.size === filled.length ? '全部' : '其他（合并）';
  return {
    groups: rest.size > 0 ? [...shown, { key: restKey, words: restWords }] : shown,
    placeOf: groups.map((_, index) => {
      if (rest.has(index)) return alone.length;
      return alone.indexOf(index);
    }),
  };
}

/** Counts by merged rows and columns. */
function counted(matrix: readonly (readonly number[])[], rowOf: readonly number[], columnOf: readonly number[]) {
  const [height, width] = [Math.max(...rowOf) + 1, Math.max(...columnOf) + 1];
  const cells = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  matrix.forEach((counts, row) => {
    counts.forEach((count, column) => {
      const [to, at] = [cells[rowOf[row] ?? -1], columnOf[column] ?? -1];
      if (to && at >= 0) to[at] = (to[at] ?? 0) + count;
    });
  });
  return cells;
}

type Cells = readonly (readonly number[])[];
type Hidden = boolean[][];

/**
 * A set of hidden people who can be found as sums of rows less sums of columns: the hidden cells of some rows, outside
 * the columns whose hidden cells all lie in these rows. Returns the first such set that is too small.
 */
function exposedRows(cells: Cells, hidden: Hidden): { rows: Set<number>; closed: Set<number> } | null {
  const width = cells[0]?.length ?? 0;
  for (let mask = 1; mask < 2 ** cells.length; mask += 1) {
    const rows = new Set(cells.map((_, row) => row).filter((row) => Math.floor(mask / 2 ** row) % 2 === 1));
    let exposed = 0;
    const closed = new Set<number>();
    for (let column = 0; column < width; column += 1) {
      let [inside, isClosed] = [0, true];
      cells.forEach((counts, row) => {
        if (!hidden[row]?.[column]) return;
        if (rows.has(row)) inside += counts[column] ?? 0;
        else isClosed = false;
      });
      if (isClosed) closed.add(column);
      else exposed += inside;
    }
    if (isSmall(exposed)) return { rows, closed };
  }
  return null;
}

/** The smallest cell that is still shown, among these; null when there is none. */
function smallestShown(cells: Cells, hidden: Hidden, isMeant: (row: number, column: number) => boolean) {
  let found: { row: number; column: number; count: number } | null = null;
  for (const [row, counts] of cells.entries()) {
    for (const [column, count] of counts.entries()) {
      if (count === 0 || hidden[row]?.[column] || !isMeant(row, column)) continue;
      if (found === null || count < found.count) found = { row, column, count };
    }
  }
  return found;
}

/** Which cells are not shown, so that no sum or difference of the table tells 1 to 4 people; null: none may be. */
export function hiddenCells(cells: Cells): Hidden | null {
  const hidden: Hidden = cells.map((counts) => counts.map(isSmall));
  const width = cells[0]?.length ?? 0;
  const sumHidden = (within: (row: number, column: number) => boolean) =>
    sum(cells.flatMap((counts, row) => counts.filter((_, column) => hidden[row]?.[column] && within(row, column))));
  for (;;) {
    const columns = Array.from({ length: width }, (_, column) => column);
    const thinRow = cells.findIndex((_, row) => isSmall(sumHidden((one) => one === row)));
    const thinColumn = columns.find((column) => isSmall(sumHidden((_, one) => one === column)));
    const exposed = thinRow < 0 && thinColumn === undefined ? exposedRows(cells, hidden) : null;
    if (thinRow < 0 && thinColumn === undefined && exposed === null) return hidden;
    const isMeant = (row: number, column: number) => {
      if (thinRow >= 0) return row === thinRow;
      if (thinColumn !== undefined) return column === thinColumn;
      return exposed !== null && exposed.rows.has(row) !== exposed.closed.has(column);
    };
    const next =
      smallestShown(cells, hidden, isMeant) ??
      // What lies across both opens a closed column, or fills the rows up.
      (exposed && smallestShown(cells, hidden, (row, column) => exposed.rows.has(row) || exposed.closed.has(column)));
    const line = next && hidden[next.row];
    if (!next || !line) return null;
    line[next.column] = true;
  }
}

export interface Counting {
  cut: Cut;
  rows: readonly Group[];
  columns: readonly Group[];
  /** How many people are in each row and column. */
  matrix: Cells;
}

/** A fixed view as it may be shown; null when nothing of it may. Everybody counted has to be in every view. */
export function shownTable({ cut, rows, columns, matrix }: Counting): ShownTable | null {
  const byRow = matrix.map(sum);
  const byColumn = columns.map((_, column) => sum(matrix.map((counts) => counts[column] ?? 0)));
  const [down, across] = [mergedGroups(rows, byRow), mergedGroups(columns, byColumn)];
  if (!down || !across) return null;
  const cells = counted(matrix, down.placeOf, across.placeOf);
  const hidden = hiddenCells(cells);
  if (!hidden) return null;
  return {
    cut,
    columns: across.groups.map((group, column) => ({ ...group, total: sum(cells.map((row) => row[column] ?? 0)) })),
    rows: down.groups.map((group, row) => ({
      ...{ ...group, total: sum(cells[row] ?? []) },
      counts: (cells[row] ?? []).map((count, column) => (hidden[row]?.[column] ? null : count)),
    })),
  };
}
