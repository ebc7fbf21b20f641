import { dayOf, instant, monthOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { PointSettings } from '../../../shared/points/rules';
import { refuse } from '../../../shared/refusal';
import { type Account, type Giving, type Movement, movementOf } from './account';

/** Points that go from one person to others. */
export interface Gift {
  factId: string;
  fromPersonId: string;
  toPersonIds: readonly string[];
  /** For each of them. */
  points: number;
  about: string | null;
  at: Instant;
}

/** A person's id as the name of a field: a dot would lead into the field. No id holds a percent sign. */
export function personField(personId: string): string {
  return personId.replaceAll('.', '%');
}

/** The giver's ledger entry for so many-th receiver, from 1: whoever they are, a fact has one first receiver. */
export function gaveKeyOf({ factId, fromPersonId }: Pick<Gift, 'factId' | 'fromPersonId'>, number: number): string {
  return `${fromPersonId}.gave.${factId}.${number}`;
}

/** Whether what was booked for this fact is this gift: as much, to the same people. */
export function isGiftBooked(gift: Gift, booked: readonly Pick<Movement, 'cause' | 'points'>[]): boolean {
  const gave = booked.flatMap(({ cause, points }) =>
    cause.kind === 'gave' && cause.factId === gift.factId ? [`${cause.toPersonId} ${points}`] : [],
  );
  const asked = new Set(gift.toPersonIds.map((toPersonId) => `${toPersonId} ${-gift.points}`));
  return new Set(gave).size === asked.size && gave.every((one) => asked.has(one));
}

/** What somebody may still give in a month: what is left of it, or the whole allowance before its first gift. */
export function givingIn(account: Account, month: string, allowance: number): Giving {
  return account.giving.month === month ? account.giving : { month, left: allowance, given: {} };
}

/** Why a gift cannot be given. Returns when nothing stands against it. */
export function checkGivable({ left, given }: Giving, gift: Gift, { pairMonthlyPoints: limit }: PointSettings): void {
  if (gift.toPersonIds.includes(gift.fromPersonId)) refuse('giving_to_self');
  const over = gift.toPersonIds.some((person) => (given[personField(person)] ?? 0) + gift.points > limit);
  if (over) refuse('giving_pair_limit', { limit });
  if (left < gift.points * gift.toPersonIds.length) refuse('giving_not_enough', { left });
}

const fromGiving = { pocket: 'give', from: 'person' } as const;

/** What is left of an earlier month is gone, and the new month's allowance comes: each a movement, if there is any. */
export function monthMovements(account: Account, month: string, allowance: number, at: Instant): Movement[] {
  const { month: earlier, left } = account.giving;
  if (earlier === month) return [];
  const lapsed = movementOf({
    ...fromGiving,
    key: `${account._id}.lapsed.${earlier}`,
    points: -left,
    cause: { kind: 'allowanceLapsed', month: earlier },
    to: 'expired',
    at,
  });
  const came = movementOf({
    key: `${account._id}.allowance.${month}`,
    pocket: 'give',
    points: allowance,
    cause: { kind: 'allowance', month },
    from: 'issue',
    to: 'person',
    at,
  });
  return [lapsed, came].filter(({ points }) => points !== 0);
}

/** What leaves the giver, one movement for each receiver. Each says into which lot its points still have to come. */
export function gaveMovements(gift: Gift, lotDay: Day, now: Date): Movement[] {
  const { factId, about, at, points } = gift;
  return gift.toPersonIds.map((toPersonId, index) =>
    movementOf({
      ...fromGiving,
      key: gaveKeyOf(gift, index + 1),
      points: -points,
      cause: { kind: 'gave', factId, toPersonId, about },
      to: 'transit',
      at,
      bookedAt: instant(now),
      givesInto: lotDay,
    }),
  );
}

/** What comes to the receiver of a gift; null for movements that give nothing. */
export function receivedMovement(fromPersonId: string, gave: Movement): Movement | null {
  if (gave.cause.kind !== 'gave' || gave.givesInto === null) return null;
  const { factId, about, toPersonId } = gave.cause;
  const points = -gave.points;
  return movementOf({
    key: `${toPersonId}.received.${factId}.${fromPersonId}`,
    points,
    lots: { [gave.givesInto]: points },
    lifetime: points,
    cause: { kind: 'received', factId, fromPersonId, about },
    from: 'transit',
    to: 'person',
    at: gave.at,
    bookedAt: gave.bookedAt,
  });
}

/** 可赠积分 once a gift is given in a month. */
export function givingWith(giving: Giving, gift: Gift): Giving {
  const given = { ...giving.given };
  for (const person of gift.toPersonIds) given[personField(person)] = (given[personField(person)] ?? 0) + gift.points;
  return { ...giving, left: giving.left - gift.points * gift.toPersonIds.length, given };
}

/** The month in which something is given. */
export function givingMonth(now: Date): string {
  return monthOf(dayOf(now));
}
