import * as z from 'zod';
import { CheckInCode, NextInMillis } from '../kernel/check-in';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';
import { SessionFigures } from '../training/course-feedback';
import {
  ClassHours,
  mostLateMinutes,
  mostSeats,
  mostTrainers,
  mostWaiting,
  Participant,
  Session,
  SessionFeedback,
  SessionOutcome,
  SessionResult,
} from './session';

const staff = ['employee'] as const;
const arranger = ['hr', 'branchHr'] as const;
const one = { sessionId: Id };

const when = { place: line(60), startsAt: Instant, endsAt: Instant };
/** What HR decides about a session, at first and again later. */
const terms = {
  title: line(30),
  about: paragraph(1000),
  ...when,
  /** Employees. */
  trainerIds: z.array(Id).min(1).max(mostTrainers),
  quota: z.int().min(1).max(mostSeats),
  hours: ClassHours,
};

export const classroom = contract({
  // 开班
  arrangeSession: {
    kind: 'change',
    roles: arranger,
    /** `courseId`: the course of `training` that whoever passes has done. */
    input: z.strictObject({
      ...terms,
      branchId: Id.nullable(),
      courseId: Id.nullable().default(null),
      requestId: RequestId,
    }),
    output: Session,
    refusals: [
      'session_times_wrong',
      'branch_out_of_reach',
      'course_not_found',
      'colleague_not_found',
      'request_id_reused',
      'wait_and_repeat',
    ],
  },
  /** Until it begins. The trainers and everybody with a place are told what is new; reminders follow the new time. */
  changeSession: {
    kind: 'change',
    roles: arranger,
    input: z.strictObject({ ...one, ...terms, requestId: RequestId }),
    output: Session,
    refusals: [
      'session_not_found',
      'session_cancelled',
      'session_begun',
      'session_times_wrong',
      'session_quota_too_small',
      'colleague_not_found',
      'wait_and_repeat',
    ],
  },
  /** Until it begins. The trainers and everybody with a place are told why. */
  cancelSession: {
    kind: 'change',
    roles: arranger,
    input: z.strictObject({ ...one, reason: line(200), requestId: RequestId }),
    output: Session,
    refusals: ['session_not_found', 'session_begun'],
  },
  /** HR gives colleagues places, as if they had signed up in this order; they are told. Who has one keeps it. */
  placeColleagues: {
    kind: 'change',
    roles: arranger,
    input: z.strictObject({ ...one, personIds: z.array(Id).min(1).max(50), requestId: RequestId }),
    output: Session,
    refusals: [
      'session_not_found',
      'session_cancelled',
      'session_begun',
      'waiting_list_full',
      'colleague_not_found',
      'wait_and_repeat',
    ],
  },
  /** 补课: the same course for everybody who had a seat and was not there. They have their places already. */
  arrangeMakeUp: {
    kind: 'change',
    roles: arranger,
    input: z.strictObject({ ...one, ...when, requestId: RequestId }),
    output: Session,
    refusals: [
      'session_not_found',
      'session_cancelled',
      'session_not_over',
      'session_nobody_absent',
      'session_times_wrong',
      'request_id_reused',
      'wait_and_repeat',
    ],
  },

  // 报名
  /** `coming` and `past`: what is for me; `mine`: where I have a place; `taught`: where I am a trainer; `arranged`:
   * all that this HR reaches. */
  listSessions: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({
      which: z.enum(['coming', 'past', 'mine', 'taught', 'arranged']),
      /** Of those, the sessions of one course. */
      courseId: Id.optional(),
      ...pageRequest,
    }),
    output: pageOf(Session),
    refusals: [],
  },
  readSession: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: Session,
    refusals: ['session_not_found'],
  },
  /** A seat, or a place on the waiting list. */
  joinSession: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, requestId: RequestId }),
    output: Session,
    refusals: ['session_not_found', 'session_cancelled', 'session_begun', 'waiting_list_full', 'wait_and_repeat'],
  },
  /** Until it begins. The seat is at once that of who waits longest. */
  leaveSession: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, requestId: RequestId }),
    output: Session,
    refusals: ['session_not_found', 'session_begun'],
  },

  // 签到
  /** What a trainer's screen shows for these seconds. */
  readSignInCode: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: z.object({ code: CheckInCode, nextInMillis: NextInMillis, signedIn: z.int().min(0) }),
    refusals: ['session_not_found', 'session_cancelled', 'sign_in_not_open'],
  },
  signInByCode: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, code: CheckInCode, requestId: RequestId }),
    output: Session,
    refusals: [
      'session_not_found',
      'session_cancelled',
      'sign_in_not_open',
      'check_in_code_stale',
      'sign_in_not_listed',
      'wait_and_repeat',
    ],
  },
  /** A trainer says that somebody on the list, seated or waiting, was there, and since when. */
  markSignedIn: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      ...one,
      personId: Id,
      lateMinutes: z.int().min(0).max(mostLateMinutes),
      requestId: RequestId,
    }),
    output: Participant,
    refusals: ['session_not_found', 'session_cancelled', 'sign_in_not_open', 'sign_in_not_listed'],
  },

  // 反馈
  /** Once, and only for who was there. */
  giveFeedback: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      ...one,
      course: SessionFeedback.shape.course,
      trainer: SessionFeedback.shape.trainer,
      words: paragraph(300),
      requestId: RequestId,
    }),
    output: Session,
    refusals: [
      'session_not_found',
      'feedback_not_attended',
      'feedback_closed',
      'feedback_given_already',
      'text_refused',
      'wait_and_repeat',
    ],
  },

  // 主讲
  listParticipants: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: z.object({ items: z.array(Participant).max(mostSeats + mostWaiting) }),
    refusals: ['session_not_found'],
  },
  /** Who was there has passed, with score and hours, or not. Whoever passed gets a certificate, points and a word. */
  recordResults: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      ...one,
      results: z
        .array(z.strictObject({ personId: Id, ...SessionResult.shape }))
        .min(1)
        .max(50),
      requestId: RequestId,
    }),
    output: z.object({ recorded: z.int().min(0).max(50) }),
    refusals: [
      'session_not_found',
      'session_cancelled',
      'session_not_begun',
      'session_result_absent',
      'session_result_stands',
      'wait_and_repeat',
    ],
  },
  readOutcome: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: SessionOutcome,
    refusals: ['session_not_found'],
  },
  /** From `training`: what came of the sessions of a course, those of some branches only (null: of all). */
  readCourseOutcome: {
    kind: 'read',
    roles: ['system'],
    input: z.strictObject({ courseId: Id, branchIds: z.array(Id).max(50).nullable() }),
    output: z.object({ figures: SessionFigures.nullable() }),
    refusals: [],
  },
  /** Who had a place, who came, how late, with what result: a CSV file that no spreadsheet takes for formulas. */
  exportParticipants: {
    kind: 'read',
    roles: staff,
    input: z.strictObject(one),
    output: z.object({ csv: z.string(), lines: z.int().min(0) }),
    refusals: ['session_not_found'],
  },
});
export type ClassroomContract = typeof classroom;
