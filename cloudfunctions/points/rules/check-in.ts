import { addDays } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { type AccountView, checkInPoints } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import type { Account, Movement } from './account';

/** 签到 of a day. */
export function checkInMovement(personId: string, day: Day, at: Instant): Movement {
  return {
    key: `${personId}.checkIn.${day}`,
    points: checkInPoints,
    cause: { kind: 'checkIn', day },
    at,
    redemption: null,
    reservation: null,
    undoes: null,
  };
}

/**
 * 连续签到: days in a row up to today, or up to yesterday while today is still open. The order of the list does not
 * matter: a container whose clock was off may have booked days out of order.
 */
export function streakOn(today: Day, checkInDays: readonly Day[]): number {
  const days = new Set(checkInDays);
  let day = days.has(today) ? today : addDays(today, -1);
  let streak = 0;
  while (days.has(day)) {
    streak += 1;
    day = addDays(day, -1);
  }
  return streak;
}

/** The account as its owner sees it on a day. */
export function accountView(account: Account, today: Day): AccountView {
  return {
    balance: account.balance,
    lifetime: account.lifetime,
    checkedInToday: account.checkInDays.includes(today),
    streakDays: streakOn(today, account.checkInDays),
    today,
    checkInPoints,
  };
}

/** Passes for the repeat of a check-in that was booked; refuses everything else that could not be booked. */
export function answersCheckIn(account: Account, requestId: string, today: Day): void {
  const earlier = account.recent.find((request) => request.requestId === requestId);
  if (earlier?.call === 'checkIn') return;
  if (earlier) refuse('request_id_reused');
  if (account.checkInDays.includes(today)) refuse('checked_in_already');
  refuse('points_busy');
}
