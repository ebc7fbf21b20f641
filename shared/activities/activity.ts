import * as z from 'zod';
import { Id, Instant, Points } from '../kernel/scalar';
import { Audience } from '../people/audience';

/** 活动: what it is. 线上 has no place where one could check in by position. */
export const ActivityKind = z.enum(['offline', 'online', 'charity', 'teamBuilding']);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Seats of one activity: all of them stand in its document, so that the last one is given away exactly once. */
export const mostSeats = 1000;
/** How many may wait for a seat. */
export const mostWaiting = 200;
export const mostOrganisers = 5;
/** What a seat may cost. */
export const mostFeePoints = 10_000;

/** Check-in opens so many minutes before the beginning. */
export const checkInLeadMinutes = 60;
/** What was measured worse, or longer ago, says nothing about where somebody is. */
export const worstAccuracyMeters = 200;
export const oldestFixSeconds = 60;
/** Answers are shown to organisers only from so many on, so that nobody is recognised by their marks. */
export const fewestAnswers = 3;
/** Feedback, and the organiser's list, stay open for so many days after the end. */
export const afterDays = 14;

/** Where an activity takes place: WGS-84 or GCJ-02 as `wx.chooseLocation` gives it, degrees, within China. */
export const Point = z.strictObject({
  latitude: z.number().min(3).max(54),
  longitude: z.number().min(73).max(136),
  /** How far away a check-in by position is still believed. */
  radiusMeters: z.int().min(50).max(2000),
});
export type Point = z.infer<typeof Point>;

/** Where a phone says it is, how exact that is and how long ago it was measured. */
export const Fix = z.strictObject({
  latitude: Point.shape.latitude,
  longitude: Point.shape.longitude,
  accuracyMeters: z.int().min(0).max(100_000),
  ageSeconds: z.int().min(0).max(86_400),
});
export type Fix = z.infer<typeof Fix>;

/** `waiting`: on the waiting list. `seated`: has a place, its fee is paid. `walkIn`: came without signing up. */
export const EnrolmentState = z.enum(['seated', 'waiting', 'walkIn', 'left']);
export type EnrolmentState = z.infer<typeof EnrolmentState>;

/** How somebody was found to be there. */
export const AttendedBy = z.enum(['code', 'place', 'organiser']);
export type AttendedBy = z.infer<typeof AttendedBy>;

export const Feedback = z.object({ rating: z.int().min(1).max(5), words: z.string().max(300) });
export type Feedback = z.infer<typeof Feedback>;

const Named = z.object({ personId: Id, name: z.string().max(40) });

/** What I have to do with an activity. */
export const MyEnrolment = z.object({
  state: EnrolmentState,
  /** From 1; null unless waiting. */
  queuePlace: z.int().min(1).max(mostWaiting).nullable(),
  attendedAt: Instant.nullable(),
  feedback: Feedback.nullable(),
});
export type MyEnrolment = z.infer<typeof MyEnrolment>;

/** 活动 as a colleague sees it. */
export const Activity = z.object({
  _id: Id,
  title: z.string().min(1).max(30),
  kind: ActivityKind,
  about: z.string().max(1000),
  place: z.string().min(1).max(60),
  point: Point.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  signUpClosesAt: Instant,
  quota: z.int().min(1).max(mostSeats),
  /** Seats given away, and people who wait for one. */
  taken: z.int().min(0).max(mostSeats),
  waiting: z.int().min(0).max(mostWaiting),
  feePoints: Points,
  /** Who sees it and may sign up. */
  audience: Audience,
  organisers: z.array(Named).max(mostOrganisers),
  allowsWalkIns: z.boolean(),
  /** Whether there are points to check in at (打卡路线). */
  hasRoute: z.boolean(),
  /** Where its cover can be had for a while; null without one. */
  coverUrl: z.string().max(2000).nullable(),
  state: z.enum(['open', 'cancelled']),
  cancelReason: z.string().max(200).nullable(),
  mine: MyEnrolment.nullable(),
  /** Whether the reader may show the code, mark people and see results. */
  mayOrganise: z.boolean(),
});
export type Activity = z.infer<typeof Activity>;

/** One person on the organiser's list. */
export const Attendee = Named.extend({
  departmentName: z.string().max(60),
  state: EnrolmentState,
  attendedAt: Instant.nullable(),
  attendedBy: AttendedBy.nullable(),
});
export type Attendee = z.infer<typeof Attendee>;

/** What came of an activity. `average` and `words` are empty while fewer than `fewestAnswers` have answered. */
export const ActivityResults = z.object({
  seated: z.int().min(0),
  walkIns: z.int().min(0),
  attended: z.int().min(0),
  answers: z.int().min(0),
  average: z.number().min(1).max(5).nullable(),
  /** Without names, in an order that says nothing. */
  words: z.array(z.string().max(300)).max(50),
});
export type ActivityResults = z.infer<typeof ActivityResults>;
