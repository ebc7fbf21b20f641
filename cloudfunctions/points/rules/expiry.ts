import { addDays, instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { type Account, type Movement, movementOf } from './account';
import { inOrder, type Lots, spendable } from './lots';

/** So many days before points end, their owner is told. */
const toldDaysBefore = [30, 7] as const;

/** The lots that can no longer be spent on a day: past their own day, or all of them past a leaver's last day. */
export function endedLots({ lots }: Pick<Account, 'lots'>, today: Day, spendBy: Day | null): Lots {
  const isOver = spendBy !== null && today > spendBy;
  return Object.fromEntries(inOrder(lots).filter(([day]) => isOver || day < today));
}

/**
 * Takes ended lots out. A lot can end twice, when a refund came back into it, so the number of the entry is part of its
 * key: it holds only while nothing was booked since the account was read.
 */
export function expiredMovements(account: Account, ended: Lots, today: Day, now: Date): Movement[] {
  const booked = account.settled.seq + account.pending.length;
  return inOrder(ended).map(([day, points], index) =>
    movementOf({
      key: `${account._id}.expired.${day}.${booked + index + 1}`,
      points: -points,
      lots: { [day]: -points },
      cause: { kind: 'expired', day, isLeaver: day >= today },
      from: 'person',
      to: 'expired',
      at: instant(now),
    }),
  );
}

/** What ends soon, and how it is told: points, the last day to spend them, and how many days before it is told. */
export interface EndingSoon {
  points: number;
  on: Day;
  daysBefore: number;
}

/** A notice that a night missed is made up for within so many days. */
const madeUpDays = 3;

/**
 * What is to be told in a night: at 30 days and again at 7, a few days later where a night was missed. A leaver's last
 * day may be set at short notice, so for them every day counts. Who tells knows each by its last day and its number.
 */
export function endingSoon({ lots }: Pick<Account, 'lots'>, today: Day, spendBy: Day | null): EndingSoon[] {
  const ending: Record<Day, number> = {};
  for (const [day, points] of inOrder(spendable(lots, { today, spendBy }))) {
    const on = spendBy !== null && spendBy < day ? spendBy : day;
    ending[on] = (ending[on] ?? 0) + points;
  }
  return Object.entries(ending).flatMap(([on, points]) => {
    const daysBefore = toldDaysBefore.filter((days) => on <= addDays(today, days)).at(-1);
    if (daysBefore === undefined) return [];
    const isMissed = on <= addDays(today, daysBefore - madeUpDays);
    return isMissed && spendBy === null ? [] : [{ points, on, daysBefore }];
  });
}
