import fc from 'fast-check';
import { hiddenCells, mergedGroups, shownTable } from './small-groups';

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ key: `g${index}`, words: `组${index}` }));

describe('groups that are too small', () => {
  it('of four are told together with the next smallest, of five stand alone', () => {
    expect(mergedGroups(groups(3), [20, 5, 4])?.groups.map(({ key }) => key)).toEqual(['g0', 'rest']);
    expect(mergedGroups(groups(3), [20, 5, 5])?.groups.map(({ key }) => key)).toEqual(['g0', 'g1', 'g2']);
  });

  it('that are five together need nobody else', () => {
    expect(mergedGroups(groups(4), [20, 9, 4, 1])?.groups.map(({ key }) => key)).toEqual(['g0', 'g1', 'rest']);
  });

  it('are everybody, or nothing at all', () => {
    expect(mergedGroups(groups(2), [3, 2])?.groups).toEqual([{ key: 'rest', words: '全部' }]);
    expect(mergedGroups(groups(2), [3, 1])).toBeNull();
  });

  it('are merged until a phone can show them', () => {
    const merged = mergedGroups(
      groups(30),
      Array.from({ length: 30 }, (_, index) => 6 + index),
    );
    expect(merged?.groups).toHaveLength(10);
  });
});

/** Whether a number follows from equations: each row and column sum of what is hidden is known. */
function determined(rows: number[][], target: number[]): boolean {
  const matrix = rows.map((row) => [...row]);
  const goal = [...target];
  let pivotRow = 0;
  for (let column = 0; column < goal.length; column += 1) {
    const found = matrix.findIndex((row, index) => index >= pivotRow && Math.abs(row[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    [matrix[pivotRow], matrix[found]] = [matrix[found] ?? [], matrix[pivotRow] ?? []];
    const pivot = matrix[pivotRow] ?? [];
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    matrix[pivotRow] = scaled;
    for (const [index, row] of matrix.entries()) {
      if (index === pivotRow) continue;
      const factor = row[column] ?? 0;
      matrix[index] = row.map((value, at) => value - factor * (scaled[at] ?? 0));
    }
    const factor = goal[column] ?? 0;
    for (const [at, value] of scaled.entries()) goal[at] = (goal[at] ?? 0) - factor * value;
    pivotRow += 1;
  }
  return goal.every((value) => Math.abs(value) < 1e-9);
}

/** Every set of hidden cells that an attacker can count by adding and subtracting what is shown, if it is small. */
function exposedSets(cells: number[][], hidden: boolean[][]): number[] {
  const places = cells.flatMap((counts, row) =>
    counts.flatMap((count, column) => (hidden[row]?.[column] ? [{ row, column, count }] : [])),
  );
  const height = cells.length;
  const width = cells[0]?.length ?? 0;
  const equations = [
    ...Array.from({ length: height }, (_, row) => places.map((place) => (place.row === row ? 1 : 0))),
    ...Array.from({ length: width }, (_, column) => places.map((place) => (place.column === column ? 1 : 0))),
  ];
  const small: number[] = [];
  // Sets of up to three cells.
  const sets = places.flatMap((_, a) => [
    [a],
    ...places.flatMap((_b, b) => (b > a ? [[a, b], ...places.flatMap((_c, c) => (c > b ? [[a, b, c]] : []))] : [])),
  ]);
  for (const set of sets) {
    const people = set.reduce((total, index) => total + (places[index]?.count ?? 0), 0);
    const isSmall = people > 0 && people < 5;
    if (
      isSmall &&
      determined(
        equations,
        places.map((_, index) => (set.includes(index) ? 1 : 0)),
      )
    )
      small.push(people);
  }
  return small;
}

const tables = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([height, width]) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 25 })), {
      minLength: width,
      maxLength: width,
    }),
    {
      minLength: height,
      maxLength: height,
    },
  ),
);

describe('a table that is shown', () => {
  it('keeps every cell of one to four back, and enough of its neighbours', () => {
    // 3 of the first row would be 13 - 10; hiding it alone tells it.
    expect(
      hiddenCells([
        [10, 3],
        [8, 12],
      ]),
    ).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(
      hiddenCells([
        [10, 0],
        [0, 12],
      ]),
    ).toEqual([
      [false, false],
      [false, false],
    ]);
  });

  it('lets nobody add or subtract its way to one to four people', () => {
    fc.assert(
      fc.property(tables, (matrix) => {
        const height = matrix.length;
        const width = matrix[0]?.length ?? 0;
        const shown = shownTable({ cut: 'department', rows: groups(height), columns: groups(width), matrix });
        if (!shown) return;
        const numbersShown = shown.rows.flatMap(({ counts }) => counts.filter((count) => count !== null && count > 0));
        const totals = [...shown.rows, ...shown.columns].map(({ total }) => total);
        expect([...numbersShown, ...totals].filter((count) => (count ?? 0) < 5)).toEqual([]);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it('withstands the algebra of an attacker who knows all its sums', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const hidden = hiddenCells(cells);
        const isFair = cells.every((row) => row.reduce((a, b) => a + b, 0) >= 5);
        const columns = (cells[0] ?? []).map((_, column) => cells.reduce((a, row) => a + (row[column] ?? 0), 0));
        if (hidden && isFair && columns.every((total) => total >= 5)) expect(exposedSets(cells, hidden)).toEqual([]);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});
