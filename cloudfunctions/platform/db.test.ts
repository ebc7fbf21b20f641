import type { FunctionDeclaration } from '../../simulator/cloud/function-declaration';
import { openStage, type Stage } from '../../test/stage';
import { by, collection, is } from './db';

interface Line {
  _id: string;
  personId: string;
  points: number;
  sort: string;
  days?: string[];
}
const lines = collection<Line>('lines');
const declaration = {
  name: 'lines',
  memoryMb: 256,
  timeoutSeconds: 10,
  collections: {
    lines: {
      indexes: [
        {
          name: 'by-person',
          keys: [
            ['personId', 'asc'],
            ['sort', 'asc'],
          ],
          unique: false,
        },
      ],
    },
    notes: { indexes: [{ name: 'by-line', keys: [['lineId', 'asc']], unique: false }] },
  },
} satisfies FunctionDeclaration;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage([declaration]);
});
afterEach(() => stage.close());

const line = (number: number): Line => ({
  _id: `l-${number}`,
  personId: 'p-1',
  points: number,
  sort: `2026-11-21T00:00:00.${String(number).padStart(3, '0')}Z`,
});

test('an id that is taken is told, not thrown, and the first document stays', async () => {
  expect(await lines.insert(line(1))).toBe(true);
  expect(await lines.insert({ ...line(1), points: 99 })).toBe(false);
  expect(await lines.read('l-1')).toEqual(line(1));
});

test('a conditional change returns the document as it is afterwards, or null when the condition no longer holds', async () => {
  await lines.insert(line(1));
  const spend = () => lines.changeOne({ _id: 'l-1', points: is.atLeast(1) }, { points: by.adding(-1) });
  expect(await spend()).toMatchObject({ points: 0 });
  expect(await spend()).toBeNull();
  expect(await lines.read('l-1')).toMatchObject({ points: 0 });
});

test('a walk by cursor meets every document once, in both directions, and ends', async () => {
  await lines.insertMany(Array.from({ length: 7 }, (_, index) => line(index + 1)));
  for (const direction of ['asc', 'desc'] as const) {
    const met: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await lines.page({ where: { personId: 'p-1' }, sortedBy: 'sort', direction, cursor, limit: 3 });
      met.push(...page.items.map((item) => item.points));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(met).toEqual(direction === 'asc' ? [1, 2, 3, 4, 5, 6, 7] : [7, 6, 5, 4, 3, 2, 1]);
  }
});

test('the second page examines as many documents as the first', async () => {
  await lines.insertMany(Array.from({ length: 40 }, (_, index) => line(index + 1)));
  const walk = (cursor?: string) =>
    stage.counted(() =>
      lines.page({ where: { personId: 'p-1' }, sortedBy: 'sort', direction: 'asc', cursor, limit: 5 }),
    );
  const first = await walk();
  const second = await walk(first.result.next ?? undefined);
  expect(second.examined).toBe(first.examined);
  expect(second.dbRequests).toBe(1);
});

test('a condition that names nothing, or something undefined, never reaches the database', async () => {
  await lines.insert(line(1));
  await expect(lines.removeAll({})).rejects.toThrow(/without a condition/);
  const missing: { personId?: string } = {};
  await expect(lines.removeAll({ personId: missing.personId } as never)).rejects.toThrow(/undefined/);
  expect(await lines.read('l-1')).not.toBeNull();
});

test('an array keeps only its last elements when told so', async () => {
  await lines.insert({ ...line(1), days: ['a', 'b'] });
  const changed = await lines.changeOne({ _id: 'l-1' }, { days: by.appending(['c', 'd'], 3) });
  expect(changed?.days).toEqual(['b', 'c', 'd']);
});

test('documents come with what belongs to them elsewhere, those with nothing too, in one request', async () => {
  const notes = collection<{ _id: string; lineId: string }>('notes');
  await lines.insertMany([line(1), line(2), line(3), { ...line(4), personId: 'p-2' }]);
  await notes.insertMany(['l-1', 'l-3', 'l-3'].map((lineId, index) => ({ _id: `n-${index}`, lineId })));
  const { result, dbRequests, examined } = await stage.counted(() =>
    lines.listWith(
      { where: { personId: 'p-1' }, sortedBy: 'sort', direction: 'desc', limit: 2 },
      { notes: { of: notes, mine: '_id', theirs: 'lineId' } },
    ),
  );
  expect(result).toEqual([
    { ...line(3), notes: [1, 2].map((index) => ({ _id: `n-${index}`, lineId: 'l-3' })) },
    { ...line(2), notes: [] },
  ]);
  expect({ dbRequests, examined }).toEqual({ dbRequests: 1, examined: 4 });
});

test('documents with what belongs to them are never asked for without a condition', async () => {
  const all = { where: {}, sortedBy: 'sort', direction: 'asc', limit: 2 } as const;
  await expect(lines.listWith(all, {})).rejects.toThrow(/without a condition/);
});
