import * as z from 'zod';
import { Id, Instant, line } from '../kernel/scalar';
import { AttendedBy, Point } from './activity';

/** Places that one route may have. */
export const mostRoutePoints = 12;
/** Check-ins that a team may set itself as its goal. */
const mostGoal = 10_000;

/** What names a point within its activity: given by the phone that adds it, and kept when it is renamed. */
export const PointId = z.string().regex(/^[a-z0-9]{1,12}$/);
export type PointId = z.infer<typeof PointId>;

/** 打卡点: one place of a route. Without `point` only by the code on an organiser's screen. */
export const RoutePoint = z.strictObject({ id: PointId, name: line(20), point: Point.nullable() });
export type RoutePoint = z.infer<typeof RoutePoint>;

/** 打卡路线: places, often of several cities, that add up to one goal of the whole activity. */
export const Route = z.strictObject({
  goal: z.int().min(1).max(mostGoal),
  points: z
    .array(RoutePoint)
    .min(1)
    .max(mostRoutePoints)
    .refine((points) => new Set(points.map(({ id }) => id)).size === points.length),
});
export type Route = z.infer<typeof Route>;

/** A route as a colleague sees it. `done` counts each person once at each point. */
export const RouteView = z.object({
  activityId: Id,
  title: z.string().min(1).max(30),
  goal: Route.shape.goal,
  done: z.int().min(0),
  points: z
    .array(
      z.object({
        id: PointId,
        name: z.string().max(20),
        point: Point.nullable(),
        done: z.int().min(0),
        /** When the reader was there, and how that was found. */
        visitedAt: Instant.nullable(),
        visitedBy: AttendedBy.nullable(),
      }),
    )
    .max(mostRoutePoints),
  /** From an hour before the beginning to the end, for who has a seat or may walk in. */
  opensAt: Instant,
  closesAt: Instant,
  mayVisit: z.boolean(),
  mayOrganise: z.boolean(),
});
export type RouteView = z.infer<typeof RouteView>;
