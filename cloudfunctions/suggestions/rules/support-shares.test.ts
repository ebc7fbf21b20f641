import { countedWith, mayShowCore, shownDepartments, supportShares } from './support-shares';

const department = (name: string, people: number, supporters = 0) => ({ name, people, supporters });
const cell = (name: string, people: number, supporters: number, isCore = false) => ({
  ...{ department: name, isCore, people, supporters },
});
const namesOf = (departments: Parameters<typeof shownDepartments>[0]) => {
  const { shown, rest } = shownDepartments(departments);
  return { shown: shown.map(({ name }) => name), rest: rest?.people ?? null };
};

describe('the share of a department', () => {
  it('is shown from five people on', () => {
    expect(namesOf([department('研发部', 5), department('市场部', 6)])).toEqual({
      shown: ['市场部', '研发部'],
      rest: null,
    });
    expect(namesOf([department('研发部', 4)])).toEqual({ shown: [], rest: null });
  });

  it('never leaves four people over when the shown are subtracted from the company', () => {
    expect(namesOf([department('研发部', 20), department('市场部', 8), department('财务部', 4)])).toEqual({
      shown: ['研发部'],
      rest: 12,
    });
    expect(namesOf([department('研发部', 20), department('市场部', 8), department('财务部', 5)]).shown).toHaveLength(3);
  });

  it('goes into the rest together with other small ones once those are five', () => {
    const small = [department('财务部', 2), department('行政部', 3)];
    expect(namesOf([department('研发部', 20), ...small])).toEqual({ shown: ['研发部'], rest: 5 });
  });

  it('is not shown when the only other department is too small', () => {
    expect(namesOf([department('研发部', 9), department('财务部', 1)])).toEqual({ shown: [], rest: null });
  });
});

describe('the share of core staff', () => {
  it.each([
    ['five core among ten others', [{ core: 5, others: 10 }], true],
    ['four core', [{ core: 4, others: 10 }], false],
    ['all but four', [{ core: 10, others: 4 }], false],
    [
      'two whole departments: they say nothing new',
      [
        { core: 6, others: 0 },
        { core: 0, others: 9 },
      ],
      true,
    ],
    [
      'a whole department and one more person',
      [
        { core: 6, others: 0 },
        { core: 1, others: 9 },
      ],
      false,
    ],
    [
      'a department less one person',
      [
        { core: 8, others: 1 },
        { core: 0, others: 9 },
      ],
      false,
    ],
    [
      'mixed everywhere',
      [
        { core: 3, others: 9 },
        { core: 9, others: 2 },
      ],
      true,
    ],
    [
      'mixed, but with a remainder of four',
      [
        { core: 2, others: 9 },
        { core: 9, others: 2 },
      ],
      false,
    ],
  ])('%s', (_, parts, expected) => {
    expect(mayShowCore(parts)).toBe(expected);
  });
});

describe('shares', () => {
  it('are percentages of the company, of core staff, of departments and of the rest', () => {
    const cells = [
      cell('研发部', 6, 3, true),
      cell('研发部', 6, 0),
      cell('市场部', 5, 5),
      cell('财务部', 3, 0),
      cell('行政部', 2, 1),
    ];
    expect(supportShares(cells, '2026-11-22')).toEqual({
      on: '2026-11-22',
      groups: [
        { kind: 'company', name: '', people: 22, percent: 41 },
        { kind: 'core', name: '', people: 6, percent: 50 },
        { kind: 'department', name: '研发部', people: 12, percent: 25 },
        { kind: 'department', name: '市场部', people: 5, percent: 100 },
        { kind: 'rest', name: '', people: 5, percent: 20 },
      ],
    });
  });

  it('are none at all in a company of four', () => {
    expect(supportShares([cell('研发部', 4, 2)], '2026-11-22').groups).toEqual([]);
  });

  it('are counted page by page', () => {
    const person = (personId: string, departmentName: string, position: string) => ({
      personId,
      departmentName,
      position,
    });
    const first = countedWith([], [person('p-1', '研发部', '工程师')], new Set(['p-1']), new Set(['工程师']));
    const both = countedWith(
      first,
      [person('p-2', '研发部', '工程师'), person('p-3', '研发部', '助理')],
      new Set(['p-1']),
      new Set(['工程师']),
    );
    expect(both).toEqual([cell('研发部', 2, 1, true), cell('研发部', 1, 0)]);
  });
});
