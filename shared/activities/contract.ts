import * as z from 'zod';
import { CheckInCode, NextInMillis } from '../kernel/check-in';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { Audience } from '../people/audience';
import {
  Activity,
  ActivityKind,
  ActivityResults,
  Attendee,
  Fix,
  mostFeePoints,
  mostOrganisers,
  mostSeats,
  Point,
} from './activity';
import { photoCalls } from './photo-calls';
import { routeCalls } from './route-calls';

const staff = ['employee'] as const;
const publisher = ['hr', 'branchHr'] as const;
const one = { activityId: Id };

/** What HR says of an activity, at first and when it changes. */
const terms = {
  title: line(30),
  kind: ActivityKind,
  about: paragraph(1000),
  /** 线上: where to go in words, such as the meeting's number. */
  place: line(60),
  point: Point.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  signUpClosesAt: Instant,
  quota: z.int().min(1).max(mostSeats),
  feePoints: z.int().min(0).max(mostFeePoints),
  /** Besides HR: colleagues who show the code and keep the list. */
  organiserIds: z.array(Id).max(mostOrganisers),
  allowsWalkIns: z.boolean(),
};

export const activities = contract({
  // 发布
  publishActivity: {
    kind: 'change',
    roles: publisher,
    input: z.strictObject({
      ...terms,
      audience: Audience,
      requestId: RequestId,
    }),
    output: Activity,
    refusals: [
      'activity_times_wrong',
      'activity_walk_in_fee',
      'branch_out_of_reach',
      'colleague_not_found',
      'request_id_reused',
      'wait_and_repeat',
    ],
  },
  /**
   * Until the end, and never below the seats taken; the fee only while nobody has a place, so that all pay what they
   * agreed to. Everybody with a place is told what was and what is, of organisers nobody. For whom it is stays.
   */
  changeActivity: {
    kind: 'change',
    roles: publisher,
    input: z.strictObject({
      ...one,
      ...terms,
      requestId: RequestId,
    }),
    output: Activity,
    refusals: [
      'activity_not_found',
      'activity_cancelled',
      'activity_ended',
      'activity_fee_agreed',
      'activity_quota_too_small',
      'activity_times_wrong',
      'activity_walk_in_fee',
      'colleague_not_found',
      'wait_and_repeat',
    ],
  },
  /** Everybody who signed up is told why and gets the fee back. */
  cancelActivity: {
    kind: 'change',
    roles: publisher,
    input: z.strictObject({ ...one, reason: line(200), requestId: RequestId }),
    output: Activity,
    refusals: ['activity_not_found', 'activity_over'],
  },

  // 报名
  listActivities: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ which: z.enum(['coming', 'past', 'mine']), ...pageRequest }),
    output: pageOf(Activity),
    refusals: [],
  },
  readActivity: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: Activity,
    refusals: ['activity_not_found'],
  },
  /** A seat, or a place on the waiting list. The fee is taken with the seat: the one that stood on the page. */
  signUp: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, feePoints: terms.feePoints, requestId: RequestId }),
    output: Activity,
    refusals: [
      'activity_not_found',
      'activity_cancelled',
      'activity_fee_changed',
      'sign_up_closed',
      'waiting_list_full',
      'points_not_enough',
      'wait_and_repeat',
    ],
  },
  /** Until the activity begins. The seat goes to who waits longest; the fee comes back. */
  cancelSignUp: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, requestId: RequestId }),
    output: Activity,
    refusals: ['activity_not_found', 'activity_over', 'wait_and_repeat'],
  },

  // 签到
  /** What the organiser's screen shows for these seconds. */
  readCheckInCode: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: z.object({
      code: CheckInCode,
      nextInMillis: NextInMillis,
      attended: z.int().min(0),
    }),
    refusals: ['activity_not_found', 'activity_cancelled', 'check_in_not_open'],
  },
  checkInByCode: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, code: CheckInCode, requestId: RequestId }),
    output: Activity,
    refusals: [
      'activity_not_found',
      'activity_cancelled',
      'check_in_not_open',
      'check_in_code_stale',
      'check_in_not_signed_up',
      'wait_and_repeat',
    ],
  },
  /** The position goes to the cloud at the tap only; kept are how exact and how old it was and how far away. */
  checkInByPlace: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      ...one,
      ...Fix.shape,
      requestId: RequestId,
    }),
    output: Activity,
    refusals: [
      'activity_not_found',
      'activity_cancelled',
      'check_in_not_open',
      'check_in_no_place',
      'check_in_unsure',
      'check_in_too_far',
      'check_in_not_signed_up',
      'wait_and_repeat',
    ],
  },
  /**
   * The organiser says that somebody on the list was there. From the beginning on also who waits, in the place of
   * somebody who did not come: without a fee, since that seat is paid for.
   */
  markAttended: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, personId: Id, requestId: RequestId }),
    output: Attendee,
    refusals: ['activity_not_found', 'activity_cancelled', 'check_in_not_open', 'check_in_not_signed_up'],
  },

  // 打卡路线
  ...routeCalls,

  // 封面与照片
  ...photoCalls,

  // 反馈
  giveFeedback: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, rating: z.int().min(1).max(5), words: paragraph(300), requestId: RequestId }),
    output: Activity,
    refusals: ['activity_not_found', 'feedback_not_attended', 'feedback_closed', 'text_refused', 'wait_and_repeat'],
  },

  // 组织
  /** What I organise; HR sees all within reach. The latest first. */
  listOrganised: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Activity),
    refusals: [],
  },
  listAttendees: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...one, ...pageRequest }),
    output: pageOf(Attendee),
    refusals: ['activity_not_found'],
  },
  readResults: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: ActivityResults,
    refusals: ['activity_not_found'],
  },
  /** How many activities somebody came to, for what is known beside an exit interview. */
  countAttended: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ personId: Id }),
    output: z.object({ attended: z.int().min(0) }),
    refusals: [],
  },
  /** Who signed up and who came, as a CSV file that no spreadsheet takes for formulas. */
  exportAttendees: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: z.object({ csv: z.string(), lines: z.int().min(0) }),
    refusals: ['activity_not_found'],
  },
});
export type ActivitiesContract = typeof activities;
