import type { Day } from '../../../shared/kernel/scalar';
import type { BoardFigures } from '../../../shared/onboarding/run';
import type { StoredRun } from '../documents';
import { healthOf } from './run-view';

/** What the figures are made of. */
export const countedFields = [
  'departmentId',
  'departmentName',
  'state',
  'doneCount',
  'totalCount',
  'stuckCount',
  'openDueOn',
  'took',
] as const satisfies readonly (keyof StoredRun)[];
type CountedRun = Pick<StoredRun, (typeof countedFields)[number]>;

/** As many as are worth a look. */
const slowestShown = 5;
const departmentsShown = 100;

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** What takes longest, by title over all runs: where one template after another waits for the same people. */
function slowestOf(runs: readonly CountedRun[]): BoardFigures['slowest'] {
  const byTitle = new Map<string, number[]>();
  for (const { title, days } of runs.flatMap(({ took }) => took))
    byTitle.set(title, [...(byTitle.get(title) ?? []), days]);
  return [...byTitle]
    .map(([title, days]) => ({ title, meanDays: Math.round((sum(days) / days.length) * 10) / 10, count: days.length }))
    .sort((one, other) => other.meanDays - one.meanDays)
    .slice(0, slowestShown);
}

/** HR's board: how all runs go, and where they wait. Whoever did not come after all is not counted. */
export function figuresOf(all: readonly CountedRun[], today: Day): Omit<BoardFigures, 'newestOnly'> {
  const runs = all.filter(({ state }) => state !== 'cancelled');
  const open = runs.filter(({ state }) => state === 'pending' || state === 'inProcess');
  const of = (health: string) => open.filter((run) => healthOf(run, today) === health).length;
  const total = sum(runs.map(({ totalCount }) => totalCount));
  const names = new Map(runs.map(({ departmentId, departmentName }) => [departmentId, departmentName]));
  return {
    ...{ open: open.length, onTrack: of('onTrack'), late: of('late'), stuck: of('stuck') },
    completed: runs.length - open.length,
    completionPercent: total === 0 ? null : Math.floor((100 * sum(runs.map(({ doneCount }) => doneCount))) / total),
    slowest: slowestOf(runs),
    departments: [...names].slice(0, departmentsShown).map(([departmentId, name]) => ({ departmentId, name })),
  };
}
