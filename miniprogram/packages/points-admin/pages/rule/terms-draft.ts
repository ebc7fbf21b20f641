import type { PointRule, RuleTerms } from '../../../../../shared/points/rules';

/** What HR typed so far: fields of a form are texts. Empty limits are no limits. */
export interface TermsDraft {
  title: string;
  points: string;
  dailyTimes: string;
  monthlyPoints: string;
  coolDownMinutes: string;
  reason: string;
}
export type DraftField = keyof TermsDraft;

const textOf = (limit: number | null) => (limit === null ? '' : String(limit));

export function draftOf(rule: PointRule): TermsDraft {
  return {
    title: rule.title,
    points: String(rule.points),
    dailyTimes: textOf(rule.dailyTimes),
    monthlyPoints: textOf(rule.monthlyPoints),
    coolDownMinutes: rule.coolDownMinutes === 0 ? '' : String(rule.coolDownMinutes),
    reason: '',
  };
}

const whole = (text: string, least: number, most: number) => {
  const value = Number(text);
  return /^\d{1,7}$/.test(text) && value >= least && value <= most;
};

/** What stands in the way, beside the field it is about. The cloud looks again. */
export function draftProblems(draft: TermsDraft): Partial<Record<DraftField, string>> {
  const problems: Partial<Record<DraftField, string>> = {};
  if (draft.title.trim() === '') problems.title = '请写一个名称，它会出现在每一笔流水上';
  if (!whole(draft.points, 0, 10_000)) problems.points = '请填 0 到 10,000 的整数，0 表示停用';
  if (draft.dailyTimes !== '' && !whole(draft.dailyTimes, 1, 1000))
    problems.dailyTimes = '请填 1 到 1,000，不填就是不限';
  if (draft.monthlyPoints !== '' && !whole(draft.monthlyPoints, 1, 1_000_000)) {
    problems.monthlyPoints = '请填 1 到 1,000,000，不填就是不限';
  }
  if (draft.coolDownMinutes !== '' && !whole(draft.coolDownMinutes, 0, 43_200)) {
    problems.coolDownMinutes = '请填 0 到 43,200 分钟（30 天）';
  }
  return problems;
}

const limitOf = (text: string) => (text === '' ? null : Number(text));

/** The terms that a draft without problems says. Whom the rule is for stays as it was. */
export function termsOf(draft: TermsDraft, audience: RuleTerms['audience']): RuleTerms {
  return {
    title: draft.title.trim(),
    points: Number(draft.points),
    dailyTimes: limitOf(draft.dailyTimes),
    monthlyPoints: limitOf(draft.monthlyPoints),
    coolDownMinutes: Number(draft.coolDownMinutes || '0'),
    audience,
  };
}
