import * as z from 'zod';
import { CheckInCode, NextInMillis } from '../kernel/check-in';
import { Id, RequestId } from '../kernel/scalar';
import { Fix } from './activity';
import { PointId, Route, RouteView } from './route';

const staff = ['employee'] as const;
const one = { activityId: Id };
const onePoint = { ...one, pointId: PointId };
const visitRefusals = [
  'activity_not_found',
  'activity_cancelled',
  'check_in_not_open',
  'check_in_not_signed_up',
  'route_point_not_found',
  'wait_and_repeat',
] as const;

/** 打卡路线: what the organiser sets, and everybody's check-ins at its points. */
export const routeCalls = {
  /** By those who organise it, until the end. A point where somebody has been stays. */
  setRoute: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, ...Route.shape, requestId: RequestId }),
    output: RouteView,
    refusals: ['activity_not_found', 'activity_cancelled', 'activity_ended', 'route_point_visited', 'wait_and_repeat'],
  },
  readRoute: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: RouteView,
    refusals: ['activity_not_found', 'route_not_set'],
  },
  /** What the organiser's screen at this point shows for these seconds. */
  readPointCode: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(onePoint),
    output: z.object({ code: CheckInCode, nextInMillis: NextInMillis }),
    refusals: ['activity_not_found', 'activity_cancelled', 'check_in_not_open', 'route_point_not_found'],
  },
  visitByCode: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...onePoint, code: CheckInCode, requestId: RequestId }),
    output: RouteView,
    refusals: [...visitRefusals, 'check_in_code_stale'],
  },
  /** The position goes to the cloud at the tap only; kept are how exact and how old it was and how far away. */
  visitByPlace: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...onePoint, ...Fix.shape, requestId: RequestId }),
    output: RouteView,
    refusals: [...visitRefusals, 'check_in_no_place', 'check_in_unsure', 'check_in_too_far'],
  },
} as const;
