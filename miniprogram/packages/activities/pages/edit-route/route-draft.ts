import type { ActivitiesContract } from '../../../../../shared/activities/contract';
import type { RouteView } from '../../../../../shared/activities/route';
import type { InputOf } from '../../../../../shared/kernel/contract';

/** As the cloud has it: shown, not decided. */
export const limits = { points: 12, goal: 10_000, radiusMeters: 300 };

/** A point as it is typed. */
export interface PointDraft {
  id: string;
  name: string;
  point: { latitude: number; longitude: number; radiusMeters: number } | null;
  /** Somebody has been there: it stays. */
  isVisited: boolean;
  problem: string;
}

export interface RouteDraft {
  goal: string;
  points: PointDraft[];
}

/** An id that no point of the draft has: p1, p2, … */
export function newPoint(points: readonly PointDraft[]): PointDraft {
  const taken = new Set(points.map(({ id }) => id));
  const free = Array.from({ length: limits.points * 2 }, (_, index) => `p${index + 1}`).find((id) => !taken.has(id));
  return { id: free ?? 'p0', name: '', point: null, isVisited: false, problem: '' };
}

export const emptyDraft = (): RouteDraft => ({ goal: '', points: [newPoint([])] });

export const draftOf = ({ goal, points }: RouteView): RouteDraft => ({
  goal: String(goal),
  points: points.map(({ id, name, point, done }) => ({ id, name, point, isVisited: done > 0, problem: '' })),
});

/** The draft with what to put right beside each field; null when nothing is. */
export function withProblems({ goal, points }: RouteDraft): { goalProblem: string; points: PointDraft[] } | null {
  const isGoal = /^\d{1,5}$/.test(goal) && Number(goal) >= 1 && Number(goal) <= limits.goal;
  const named = points.map((point) => ({ ...point, problem: point.name.trim() ? '' : '给这个点起个名字' }));
  if (isGoal && named.every(({ problem }) => !problem)) return null;
  return { goalProblem: isGoal ? '' : '请填 1 到 10000 的整数', points: named };
}

export const routeOf = ({
  goal,
  points,
}: RouteDraft): Pick<InputOf<ActivitiesContract['setRoute']>, 'goal' | 'points'> => ({
  goal: Number(goal),
  points: points.map(({ id, name, point }) => ({ id, name, point })),
});
