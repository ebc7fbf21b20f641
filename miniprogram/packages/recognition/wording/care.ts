import type { CareAudience, CareOccasion, CareToSign } from '../../../../shared/recognition/care';
import { daysUntil, todayOf } from '../../../wording/day';

export const occasionInWords: Readonly<Record<CareOccasion, string>> = {
  birthday: '生日',
  anniversary: '入职周年',
  joined: '入职',
  promotion: '晋升',
  trainingPassed: '培训通过',
  honour: '荣誉',
};

export const audienceInWords: Readonly<Record<CareAudience, string>> = {
  nobody: '只有本人',
  manager: '本人和直属上级',
  department: '本人和部门同事',
};

const dayAhead = (days: number) => (days <= 0 ? '今天' : days === 1 ? '明天' : `${days} 天后`);

/** What is coming, for those who may sign. */
export function comingInWords({ occasion, years, on }: CareToSign, now: Date): string {
  const what = occasion === 'anniversary' ? `入职 ${years ?? 0} 周年` : occasionInWords[occasion];
  return `${dayAhead(daysUntil(todayOf(now), on))} · ${what}`;
}
