/** What a celebration says. */
export interface Milestone {
  figure: string;
  heading: string;
  sentence: string;
}

const streaks: Record<number, string> = {
  7: '一整周，一天没落。',
  30: '一个月，一天没落。',
  100: '一百天。能坚持的人不多，你是一个。',
  365: '整整一年，谢谢你每一天都在。',
};

/** The streaks worth stopping for: a week, a month, a hundred days, a year and every year after it. */
export function streakMilestone(days: number): Milestone | null {
  const sentence = streaks[days] ?? (days > 0 && days % 365 === 0 ? `整整 ${days / 365} 年，谢谢你每一天都在。` : null);
  return sentence ? { figure: String(days), heading: `连续签到 ${days} 天`, sentence } : null;
}
