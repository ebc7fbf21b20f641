import { addDays, dayOf, instant, monthEnd } from '../../../shared/kernel/day';
import type { Role } from '../../../shared/kernel/role';
import type { Day } from '../../../shared/kernel/scalar';
import {
  type PointRule,
  type PointSettings,
  publishedRules,
  type RuleKey,
  ruleKeys,
} from '../../../shared/points/rules';

/** A version as stored. `_id` is `<key>.<version>`, so that one version is decided once. */
export type StoredRule = PointRule & { _id: string; requestId: string };
/** A version of the settings as stored, beside the rules: the whole table is one request. */
export type StoredSettings = PointSettings & { _id: string; key: 'settings'; requestId: string };
export type TableRow = StoredRule | StoredSettings;

export interface RuleTable {
  rules: readonly PointRule[];
  settings: readonly PointSettings[];
}

const always = { effectiveOn: '1970-01-01', version: 0, changedBy: null, changedAt: null, reason: null } as const;
const unlimited = { dailyTimes: null, monthlyPoints: null, coolDownMinutes: 0, audience: 'everyone' } as const;

/** What holds before HR ever decided. */
const defaultTerms: Record<RuleKey, Partial<PointRule> & Pick<PointRule, 'title' | 'points'>> = {
  checkIn: { title: '签到', points: 5, dailyTimes: 1 },
  joined: { title: '欢迎加入', points: 20 },
  newsRead: { title: '阅读公司新闻', points: 2, dailyTimes: 3, monthlyPoints: 60, coolDownMinutes: 1 },
  activityAttended: { title: '参加活动', points: 10, dailyTimes: 2, monthlyPoints: 100 },
  answerAccepted: { title: '回答被采纳', points: 10, dailyTimes: 5, monthlyPoints: 150 },
  trainingPassed: { title: '通过培训', points: 20, dailyTimes: 2, monthlyPoints: 200 },
  referralInterviewed: { title: '内推进入面试', points: 50 },
  referralHired: { title: '内推成功入职', points: 300 },
  referralProbationPassed: { title: '内推同事转正', points: 200 },
  proposalAccepted: { title: '提案被采纳', points: 100, monthlyPoints: 500 },
  thankYouReceived: { title: '收到感谢', points: 2, dailyTimes: 3, monthlyPoints: 30 },
  quizPassed: { title: '答题通过', points: 5, dailyTimes: 1 },
  /** Each quiz publishes what it gives; the points here only say whether there is any. */
  festivalQuiz: { title: '节日答题', points: 10 },
  suggestionAdopted: { title: '建议被采纳', points: 30, monthlyPoints: 300 },
  milestoneReached: { title: '里程碑', points: 50 },
};

/** Version 0 of a rule. */
export function defaultRule(key: RuleKey): PointRule {
  return { ...unlimited, ...always, key, ...defaultTerms[key] };
}

/** Version 0 of the settings: a year and the rest of its month, as the points programmes of banks have it. */
const defaultSettings: PointSettings = {
  ...always,
  lotMonths: 12,
  allowances: [
    { role: 'employee', points: 50 },
    { role: 'manager', points: 100 },
  ],
  pairMonthlyPoints: 30,
  leaverDays: 30,
};

/** Sorts stored versions into the table. */
export function tableOf(rows: readonly TableRow[]): RuleTable {
  const rules: PointRule[] = ruleKeys.map(defaultRule);
  const settings: PointSettings[] = [defaultSettings];
  for (const row of rows) {
    if (row.key === 'settings') settings.push(row);
    else rules.push(row);
  }
  return { rules, settings };
}

/** The version in force on a day: the one that was decided last among those that had taken effect. */
function inForce<Version extends { version: number; effectiveOn: Day }>(versions: readonly Version[], day: Day) {
  return versions
    .filter(({ effectiveOn }) => effectiveOn <= day)
    .reduce<Version | null>((best, one) => (best === null || one.version > best.version ? one : best), null);
}

export function ruleOn(table: RuleTable, key: RuleKey, day: Day): PointRule {
  const versions = table.rules.filter((rule) => rule.key === key);
  return inForce(versions, day) ?? defaultRule(key);
}

export function settingsOn(table: RuleTable, day: Day): PointSettings {
  return inForce(table.settings, day) ?? defaultSettings;
}

/** The title that a version of a rule had. */
export function titleOf(table: RuleTable, key: RuleKey, version: number): string {
  const rule = table.rules.find((one) => one.key === key && one.version === version);
  return (rule ?? defaultRule(key)).title;
}

/** What a rule gives on a day, and the lot into which it goes. */
export interface EarningTerms {
  rule: PointRule;
  lotDay: Day;
}

export function termsOn(table: RuleTable, key: RuleKey, day: Day): EarningTerms {
  return { rule: ruleOn(table, key, day), lotDay: lotDayOf(table, day) };
}

/** The terms with what was published for the fact itself, of a rule that leaves it to its facts and was not ended. */
export function publishedTerms({ rule, lotDay }: EarningTerms, points: number | undefined): EarningTerms {
  const isPublished = points !== undefined && rule.points > 0 && publishedRules.includes(rule.key);
  return isPublished ? { rule: { ...rule, points }, lotDay } : { rule, lotDay };
}

/** The last day on which points that come on a day can be spent. */
export function lotDayOf(table: RuleTable, day: Day): Day {
  return monthEnd(day, settingsOn(table, day).lotMonths);
}

const lateMillis = 3_600_000;

/**
 * The first day on which a decision can take effect. A container reads the table once a day, so today's rules cannot
 * change any more, nor, in the last hour of a day, tomorrow's: clocks differ, and somebody may have read them already.
 */
export function earliestEffectiveOn(now: Date): Day {
  return addDays(dayOf(new Date(now.getTime() + lateMillis)), 1);
}

/** 可赠积分 of a month for somebody with these roles. */
export function allowanceOf({ allowances }: PointSettings, roles: readonly Role[]): number {
  return Math.max(0, ...allowances.filter(({ role }) => roles.includes(role)).map(({ points }) => points));
}

/** The id of a version. */
export function versionId(key: RuleKey | 'settings', version: number): string {
  return `${key}.${String(version).padStart(3, '0')}`;
}

/** Who decided what, when and why: the part that all versions have. */
export function decisionOf(
  said: { basedOn: number; effectiveOn: Day; reason: string; requestId: string },
  changedBy: string,
  now: Date,
) {
  const { basedOn, effectiveOn, reason, requestId } = said;
  return { version: basedOn + 1, effectiveOn, changedBy, changedAt: instant(now), reason, requestId };
}
