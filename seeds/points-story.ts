/** One redemption of the story; days count back from the day the seeds are made. */
export interface ToldRedemption {
  giftId: string;
  daysAgo: number;
  ending: 'reserved' | 'fulfilled' | { cancelledBecause: string };
}

/** What one person did with their points so far. Nobody has checked in today yet. */
export interface PointsStory {
  employeeNumber: string;
  /** 签到 on each of the last so many days, yesterday included. */
  streakDays: number;
  /** And on each of so many days before a gap of three. */
  earlierDays: number;
  redemptions: ToldRedemption[];
}

export const pointsStories: readonly PointsStory[] = [
  {
    employeeNumber: 'YS-0031',
    streakDays: 12,
    earlierDays: 24,
    redemptions: [{ giftId: 'seed-gift-plant', daysAgo: 9, ending: 'fulfilled' }],
  },
  {
    employeeNumber: 'YS-0036',
    streakDays: 45,
    earlierDays: 8,
    redemptions: [
      { giftId: 'seed-gift-team-coffee', daysAgo: 20, ending: 'fulfilled' },
      { giftId: 'seed-gift-mug', daysAgo: 1, ending: 'reserved' },
    ],
  },
  {
    employeeNumber: 'YS-0008',
    streakDays: 5,
    earlierDays: 38,
    redemptions: [{ giftId: 'seed-gift-book-voucher', daysAgo: 4, ending: 'fulfilled' }],
  },
  {
    employeeNumber: 'YS-0019',
    streakDays: 2,
    earlierDays: 30,
    redemptions: [
      { giftId: 'seed-gift-umbrella', daysAgo: 2, ending: { cancelledBecause: '这一批伞骨有质量问题，积分已退回' } },
    ],
  },
  {
    employeeNumber: 'YS-0052',
    streakDays: 18,
    earlierDays: 12,
    redemptions: [{ giftId: 'seed-gift-plant', daysAgo: 2, ending: 'reserved' }],
  },
  { employeeNumber: 'YS-0003', streakDays: 6, earlierDays: 10, redemptions: [] },
  { employeeNumber: 'YS-0047', streakDays: 9, earlierDays: 4, redemptions: [] },
  { employeeNumber: 'YS-0015', streakDays: 1, earlierDays: 14, redemptions: [] },
  {
    employeeNumber: 'YS-0011',
    streakDays: 21,
    earlierDays: 0,
    redemptions: [{ giftId: 'seed-gift-team-coffee', daysAgo: 3, ending: 'reserved' }],
  },
  { employeeNumber: 'YS-0022', streakDays: 3, earlierDays: 19, redemptions: [] },
];
