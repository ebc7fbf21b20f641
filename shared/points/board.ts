import * as z from 'zod';
import { Day, Id, Instant, Points } from '../kernel/scalar';
import { LedgerEntryView, Month } from './model';
import { RuleKey, ruleKeys } from './rules';

/** Points of many people together, 0 to a trillion. */
const Sum = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);
const Percent = z.int().min(-100_000).max(100_000);
/** Where points come from: a rule, a colleague, or HR who put something right. */
export const IssueSource = z.enum([...ruleKeys, 'received', 'corrected']);
export type IssueSource = z.infer<typeof IssueSource>;

/** What moved on one day, in points. `held` is what all people together had at its end. */
export const BoardDay = z.object({
  day: Day,
  /** 发放, by source. */
  issued: z.partialRecord(IssueSource, Sum),
  redeemed: Sum,
  refunded: Sum,
  donated: Sum,
  expired: Sum,
  voided: Sum,
  held: Sum,
  /** Counted for the last time; until then the day still grows. */
  isFinal: z.boolean(),
});
export type BoardDay = z.infer<typeof BoardDay>;

/** One of those who earned most under a rule within the last four weeks. */
export const TopEarner = z.object({ personId: Id, name: z.string().max(40), points: Sum });
export type TopEarner = z.infer<typeof TopEarner>;

/** How far a gift is for the person in the middle; null when nobody earns. */
export const GiftReach = z.object({
  giftId: Id,
  name: z.string().max(40),
  costPoints: Points,
  weeks: z.int().min(0).nullable(),
});
export type GiftReach = z.infer<typeof GiftReach>;

/** What the night's walk over all accounts found. */
export const Census = z.object({
  day: Day,
  persons: z.int().min(0),
  held: Sum,
  /** What the person in the middle of those who earn earns in a week; of the last four weeks. */
  medianWeeklyPoints: z.int().min(0),
  /** What the richest tenth holds of everything. */
  topTenthPercent: Percent,
  topEarners: z.array(z.object({ rule: IssueSource, people: z.array(TopEarner).max(5) })).max(60),
  gifts: z.array(GiftReach).max(100),
});
export type Census = z.infer<typeof Census>;

/** Why an alarm is raised. */
export const AlarmKind = z.enum(['recoveryLow', 'concentrationHigh', 'heldHigh', 'giftsFar']);
export type AlarmKind = z.infer<typeof AlarmKind>;

/** From where on HR wants to be told; null is never. Beyond the figure, not at it. */
export const BoardThresholds = z.strictObject({
  /** 回收率 of the last 30 days, in percent. */
  recoveryBelowPercent: z.int().min(0).max(1000).nullable(),
  topTenthAbovePercent: z.int().min(0).max(100).nullable(),
  heldAbovePoints: z.int().min(0).max(999_999_999).nullable(),
  /** Weeks to the cheapest gift for the person in the middle. */
  weeksAbove: z.int().min(0).max(520).nullable(),
});
export type BoardThresholds = z.infer<typeof BoardThresholds>;

/** 积分看板 */
export const InflationBoard = z.object({
  today: Day,
  /** The last 90 days and today, in their order; days on which nothing moved are left out. */
  days: z.array(BoardDay).max(91),
  /** Null before the first night. */
  census: Census.nullable(),
  thresholds: BoardThresholds,
  /** Whether the caller is told of alarms. */
  tellsMe: z.boolean(),
  /** 回收率 of the last 30 days. */
  recoveryPercent: Percent.nullable(),
  alarms: z.array(AlarmKind).max(4),
});
export type InflationBoard = z.infer<typeof InflationBoard>;

/** Follows from month, kind, persons and rule: something is listed once a month. */
export const FindingId = z.string().regex(/^[A-Za-z0-9_.-]{1,240}$/);
export type FindingId = z.infer<typeof FindingId>;

/** What stands out, never more than a reason to look. */
export const FindingKind = z.enum(['midnightBurst', 'capAlwaysHit', 'pairThanking', 'selfDealing']);
export type FindingKind = z.infer<typeof FindingKind>;

export const PointFinding = z.object({
  _id: FindingId,
  kind: FindingKind,
  personId: Id,
  personName: z.string().max(40),
  /** The other one of a pair. */
  otherName: z.string().max(40).nullable(),
  rule: RuleKey.nullable(),
  times: z.int().min(1),
  foundOn: Day,
  state: z.enum(['open', 'lookedAt']),
  /** What HR wrote after looking. */
  note: z.string().max(200).nullable(),
  lookedAtBy: z.string().max(40).nullable(),
});
export type PointFinding = z.infer<typeof PointFinding>;

/** 试算 of a rule: running until everybody's last 90 days have been replayed. */
const TrialPerson = z.object({ personId: Id, name: z.string().max(40), was: Sum, would: Sum });
export type TrialPerson = z.infer<typeof TrialPerson>;

export const ForecastMonth = z.object({ month: Month, issued: Sum, spent: Sum, expired: Sum, held: Sum });
export type ForecastMonth = z.infer<typeof ForecastMonth>;

export const RuleTrial = z.object({
  _id: Id,
  rule: RuleKey,
  stage: z.enum(['running', 'done']),
  from: Day,
  until: Day,
  persons: z.int().min(0),
  /** What was issued under this rule in these days, and what would have been. */
  was: Sum,
  would: Sum,
  /** Times that a cap or the cool-down would have held something back. */
  heldBackWas: z.int().min(0),
  heldBackWould: z.int().min(0),
  /** Who would have had most more, and most less. */
  differences: z.array(TrialPerson).max(20),
  /** The balance of all in the six months to come: as it is, and as it would be. Null while running. */
  forecastWas: z.array(ForecastMonth).max(6).nullable(),
  forecastWould: z.array(ForecastMonth).max(6).nullable(),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

/** 调价试算: what another price means for the person in the middle, and who could pay it today. */
export const PriceTrial = z.object({
  giftId: Id,
  name: z.string().max(40),
  costPoints: Points,
  newCostPoints: Points,
  weeks: z.int().min(0).nullable(),
  newWeeks: z.int().min(0).nullable(),
  persons: z.int().min(0),
  withinReach: z.int().min(0),
  newWithinReach: z.int().min(0),
  /** What all together hold in six months, if as many pieces go as in the last 90 days. Null before the first night. */
  held: Sum.nullable(),
  newHeld: Sum.nullable(),
});
export type PriceTrial = z.infer<typeof PriceTrial>;

/** 积分疑问: 待答复 → 已答复. `answering` lasts only while points are on their way, at most two minutes. */
export const CaseState = z.enum(['open', 'answering', 'answered']);
export type CaseState = z.infer<typeof CaseState>;

/** How HR answered: with words, by voiding the entry, or with points that were missing. */
export const CaseOutcome = z.enum(['explained', 'voided', 'corrected']);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** 积分疑问: somebody asks about a line of their ledger, HR answers. */
export const PointCase = z.object({
  /** Follows from the entry: a line is asked about once. */
  _id: Id,
  personId: Id,
  personName: z.string().max(40),
  /** The line as it stood when it was asked about. */
  entry: LedgerEntryView,
  question: z.string().max(200),
  state: CaseState,
  outcome: CaseOutcome.nullable(),
  /** What came or went with the answer. */
  points: z.int().min(-1_000_000).max(1_000_000).nullable(),
  answer: z.string().max(200).nullable(),
  answeredBy: z.string().max(40).nullable(),
  askedAt: Instant,
  answeredAt: Instant.nullable(),
});
export type PointCase = z.infer<typeof PointCase>;

/** 计税价值: what people had from the mall in a month, for payroll. */
export const ValueSheet = z.object({
  month: Month,
  persons: z.int().min(0),
  totalFen: z.int().min(0),
  /** Redemptions without a value in yuan; they are not in the file. */
  withoutValue: z.int().min(0),
  /** A CSV file that Excel opens. */
  csv: z.string().max(1_000_000),
});
export type ValueSheet = z.infer<typeof ValueSheet>;

/** One booked line behind a bar. */
export const BookedLine = z.object({
  entry: LedgerEntryView,
  personName: z.string().max(40),
});
export type BookedLine = z.infer<typeof BookedLine>;
