import type { PointRule, RuleTerms } from '../../../../shared/points/rules';
import { figure } from '../../../wording/figure';

const audienceNames: Record<string, string> = {
  employee: '员工',
  manager: '主管',
  newHire: '待入职',
  hr: 'HR',
  branchHr: '分公司 HR',
  it: 'IT',
  finance: '财务',
  administration: '行政',
  leaving: '待离职',
};

export function audienceInWords(audience: RuleTerms['audience']): string {
  return audience === 'everyone' ? '所有人' : audience.map((role) => audienceNames[role] ?? role).join('、');
}

function coolDownInWords(minutes: number): string {
  if (minutes === 0) return '';
  if (minutes % 1440 === 0) return `间隔 ${minutes / 1440} 天`;
  return minutes % 60 === 0 ? `间隔 ${minutes / 60} 小时` : `间隔 ${minutes} 分钟`;
}

/** `每次 5 积分 · 每天 1 次 · 每月最多 60`: what a rule says, in one line. */
export function termsInWords(terms: RuleTerms | PointRule): string {
  if (terms.points === 0) return '已停用';
  const { points, dailyTimes, monthlyPoints, coolDownMinutes, audience } = terms;
  return [
    `每次 ${figure(points)} 积分`,
    dailyTimes === null ? '' : `每天 ${dailyTimes} 次`,
    monthlyPoints === null ? '' : `每月最多 ${figure(monthlyPoints)} 积分`,
    coolDownInWords(coolDownMinutes),
    audience === 'everyone' ? '' : `仅${audienceInWords(audience)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
