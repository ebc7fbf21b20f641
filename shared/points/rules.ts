import * as z from 'zod';
import { Role } from '../kernel/role';
import { Day, Id, Instant, line, Points } from '../kernel/scalar';

/**
 * What may earn points. Nothing here can be reached by sharing something or by what others do with a share: WeChat
 * forbids rewards for `wx.share`, so there is no key for it, and `earn` takes no other word.
 */
export const ruleKeys = [
  'checkIn',
  'joined',
  'newsRead',
  'activityAttended',
  'answerAccepted',
  'trainingPassed',
  'referralInterviewed',
  'referralHired',
  'referralProbationPassed',
  'proposalAccepted',
  'thankYouReceived',
  'quizPassed',
  'festivalQuiz',
  'suggestionAdopted',
  'milestoneReached',
] as const;
export const RuleKey = z.enum(ruleKeys);
export type RuleKey = z.infer<typeof RuleKey>;

/** Rules whose facts say themselves what they give, published beforehand; the rule only says whether there is any. */
export const publishedRules: readonly RuleKey[] = ['festivalQuiz'];

/** Rules that HR can set already, though nothing tells their facts yet: referrals and proposals of content will. */
export const awaitedRules: readonly RuleKey[] = [
  'referralInterviewed',
  'referralHired',
  'referralProbationPassed',
  'proposalAccepted',
];

/** The rules that other contexts' facts meet; the other two have calls of their own. */
export const FactRuleKey = RuleKey.exclude(['checkIn', 'joined']);
export type FactRuleKey = z.infer<typeof FactRuleKey>;

/** Versions one rule may have, so that the whole table stays one request to the database. */
export const mostVersions = 50;

/** Whom a rule is for: everybody with an account, or whoever holds one of these roles on the day. */
export const Audience = z.union([z.literal('everyone'), z.array(Role).min(1).max(5)]);
export type Audience = z.infer<typeof Audience>;

/** What HR decides about a rule. */
export const RuleTerms = z.strictObject({
  /** What people read beside an entry. */
  title: line(20),
  /** For each time; 0 ends the rule. */
  points: Points.max(10_000),
  /** How often on one day in Shanghai; null is no limit. */
  dailyTimes: z.int().min(1).max(1000).nullable(),
  /** At most so many points by this rule in one month; null is no limit. */
  monthlyPoints: z.int().min(1).max(1_000_000).nullable(),
  /** How long after one time the next one counts; 0 is at once, 30 days the most. */
  coolDownMinutes: z.int().min(0).max(43_200),
  audience: Audience,
});
export type RuleTerms = z.infer<typeof RuleTerms>;

/** 积分规则, one version. The versions of a key are numbered from 1; 0 is what holds before HR ever decided. */
export const PointRule = z.object({
  ...RuleTerms.shape,
  key: RuleKey,
  version: z.int().min(0).max(mostVersions),
  effectiveOn: Day,
  changedBy: Id.nullable(),
  changedAt: Instant.nullable(),
  reason: z.string().max(200).nullable(),
});
export type PointRule = z.infer<typeof PointRule>;

/** What HR decides about points as such. */
export const PointTerms = z.strictObject({
  /** Points can be spent until the last day of the so many-th month after they were earned. */
  lotMonths: z.int().min(1).max(60),
  /** 可赠积分 of a month by role; whoever holds several gets the largest. */
  allowances: z
    .array(z.strictObject({ role: Role, points: Points.max(10_000) }))
    .min(1)
    .max(13),
  /** At most so many points from one person to one other in a month. */
  pairMonthlyPoints: z.int().min(1).max(10_000),
  /** For so many days after the last day a leaver may still spend. */
  leaverDays: z.int().min(0).max(365),
});
export type PointTerms = z.infer<typeof PointTerms>;

/** The terms of points, one version; numbered and dated like a rule. */
export const PointSettings = z.object({
  ...PointTerms.shape,
  version: z.int().min(0).max(mostVersions),
  effectiveOn: Day,
  changedBy: Id.nullable(),
  changedAt: Instant.nullable(),
  reason: z.string().max(200).nullable(),
});
export type PointSettings = z.infer<typeof PointSettings>;

/** Why a fact earned nothing: the rule's limits, or the rule itself. */
export const HoldReason = z.enum(['dailyTimes', 'monthlyPoints', 'coolDown', 'audience', 'ruleEnded']);
export type HoldReason = z.infer<typeof HoldReason>;
