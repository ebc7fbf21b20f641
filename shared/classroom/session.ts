import * as z from 'zod';
import { PlaceState } from '../kernel/places';
import { Id, Instant } from '../kernel/scalar';

/** Seats of one session: everybody with a place stands in its document, which bounds a room. */
export const mostSeats = 200;
/** Who teaches one session together. */
export const mostTrainers = 5;
/** How many may wait for a seat. */
export const mostWaiting = 50;
/** Sign-in opens so many minutes before the beginning. */
export const signInLeadMinutes = 60;
/** Feedback, marks by hand and a make-up session are possible for so many days after the end; results any time. */
export const afterDays = 14;
/** What people answered is shown only from so many answers on, so that nobody is recognised by their marks. */
export const fewestAnswers = 5;
/** Who comes later than this was not late but absent for most of it; the list says the minutes up to here. */
export const mostLateMinutes = 480;
/** 学时: class hours that one session may count, whole ones. */
export const ClassHours = z.int().min(1).max(80);

const Named = z.object({ personId: Id, name: z.string().max(40) });

/** How somebody was found to be there. */
export const SignedInBy = z.enum(['code', 'trainer']);
export type SignedInBy = z.infer<typeof SignedInBy>;

const Stars = z.int().min(1).max(5);
/** 培训反馈: of the course and of those who taught it together, one to five stars each. */
export const SessionFeedback = z.object({ course: Stars, trainer: Stars, words: z.string().max(300) });
export type SessionFeedback = z.infer<typeof SessionFeedback>;

/** 培训结果 of one person. A passed result stands; a failed one may become a passed one. */
export const SessionResult = z.object({
  isPassed: z.boolean(),
  /** Out of 100; null where nothing was marked. */
  score: z.int().min(0).max(100).nullable(),
  hours: ClassHours,
});
export type SessionResult = z.infer<typeof SessionResult>;

/** What somebody's attendance is, whoever looks at it. */
const Attendance = z.object({
  signedInAt: Instant.nullable(),
  signedInBy: SignedInBy.nullable(),
  /** 0: in time; null while not there. */
  lateMinutes: z.int().min(0).max(mostLateMinutes).nullable(),
  result: SessionResult.nullable(),
});

/** What I have to do with a session. */
export const MyPlace = Attendance.extend({
  state: PlaceState,
  /** From 1; null unless waiting. */
  queuePlace: z.int().min(1).max(mostWaiting).nullable(),
  feedback: SessionFeedback.nullable(),
});
export type MyPlace = z.infer<typeof MyPlace>;

/** 培训班次: one time and place at which a course is taught. */
export const Session = z.object({
  _id: Id,
  title: z.string().min(1).max(30),
  about: z.string().max(1000),
  place: z.string().min(1).max(60),
  /** 讲师, in the order that HR named them; each may do what one may. */
  trainers: z.array(Named).min(1).max(mostTrainers),
  startsAt: Instant,
  endsAt: Instant,
  quota: z.int().min(1).max(mostSeats),
  /** Seats given away, and people who wait for one. */
  taken: z.int().min(0).max(mostSeats),
  waiting: z.int().min(0).max(mostWaiting),
  /** What it counts for whoever passes. */
  hours: ClassHours,
  /** The one branch whose people it is for; null for everybody. */
  branchId: Id.nullable(),
  /** The course that whoever passes has done; null for a session of its own. */
  courseId: Id.nullable(),
  /** The session whose absentees it is for. */
  makesUpForId: Id.nullable(),
  state: z.enum(['open', 'cancelled']),
  cancelReason: z.string().max(200).nullable(),
  mine: MyPlace.nullable(),
  /** Every trainer and HR: show the code, keep the list, record results. */
  mayTeach: z.boolean(),
  /** HR within reach: change, cancel, place colleagues, arrange a make-up session. */
  mayArrange: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** One person on the trainer's list. Feedback stays out of it. */
export const Participant = Named.extend({ departmentName: z.string().max(60), state: PlaceState }).extend(
  Attendance.shape,
);
export type Participant = z.infer<typeof Participant>;

/** What came of a session. Averages and words are empty while fewer than `fewestAnswers` have answered. */
export const SessionOutcome = z.object({
  seated: z.int().min(0),
  signedIn: z.int().min(0),
  late: z.int().min(0),
  passed: z.int().min(0),
  answers: z.int().min(0),
  courseAverage: z.number().min(1).max(5).nullable(),
  trainerAverage: z.number().min(1).max(5).nullable(),
  /** Without names, in an order that says nothing. */
  words: z.array(z.string().max(300)).max(50),
});
export type SessionOutcome = z.infer<typeof SessionOutcome>;
