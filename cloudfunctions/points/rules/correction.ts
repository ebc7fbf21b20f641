import { instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { PointCause } from '../../../shared/points/model';
import { refuse } from '../../../shared/refusal';
import { type Account, type Movement, movementOf } from './account';
import { type Lots, lotsAfter, reversed, sumOfLots, taking } from './lots';

/** Who decided a correction, and why. */
export interface Decided {
  by: string;
  reason: string;
  requestId: string;
  now: Date;
}

/** What has to be known of an entry to take it back. */
export interface Voidable {
  _id: string;
  points: number;
  lots: Lots;
  lifetime: number;
  to: Movement['to'];
  cause: PointCause;
}

const voidableKinds: readonly PointCause['kind'][] = [
  'checkIn',
  'joined',
  'earned',
  'received',
  'corrected',
  'expired',
];

/** Whether an entry can be taken back. A redemption is cancelled instead; a gift is the giver's word. */
export function isVoidable({ cause }: Pick<Voidable, 'cause'>): boolean {
  return voidableKinds.includes(cause.kind);
}

/** The entry by which a voiding is recognised: an entry is voided once. */
export function voidKeyOf(entryId: string): string {
  return `${entryId}.voided`;
}

/**
 * Takes an entry back. What went returns into exactly the lots it left. What came is taken out of the lots it came
 * into; where those were spent meanwhile, out of the others, what ends first first; and never more than is there.
 */
export function voidMovement(account: Account, entry: Voidable, decided: Decided): Movement {
  const { by, reason, requestId, now } = decided;
  const came = entry.points > 0;
  const lots = came ? takenBack(account.lots, entry.lots) : reversed(entry.lots);
  const points = sumOfLots(lots);
  const countsForLife = entry.lifetime !== 0;
  return movementOf({
    key: voidKeyOf(entry._id),
    points,
    lots,
    lifetime: countsForLife ? points : 0,
    cause: { kind: 'voided', entryId: entry._id, reason, by },
    from: came ? 'person' : entry.to,
    to: came ? 'void' : 'person',
    at: instant(now),
    requestId,
  });
}

function takenBack(there: Lots, came: Lots): Lots {
  const own: Lots = {};
  for (const [day, points] of Object.entries(came)) own[day] = -Math.min(points, there[day] ?? 0);
  const missing = sumOfLots(came) + sumOfLots(own);
  const others = lotsAfter(there, own);
  const more = taking(others, Math.min(missing, sumOfLots(others))) ?? {};
  return lotsAfter(own, more);
}

/** Gives or takes points for a reason that no rule knows. Refuses to take what is not there. */
export function correctionMovement(account: Account, points: number, lotDay: Day, decided: Decided): Movement {
  const { by, reason, requestId, now } = decided;
  const lots = points > 0 ? { [lotDay]: points } : taking(account.lots, -points);
  if (!lots) return refuse('points_not_enough', { missing: -points - sumOfLots(account.lots) });
  return movementOf({
    key: correctionKeyOf(account._id, requestId),
    points,
    lots,
    lifetime: points,
    cause: { kind: 'corrected', reason, by },
    from: points > 0 ? 'issue' : 'person',
    to: points > 0 ? 'person' : 'void',
    at: instant(now),
    requestId,
  });
}

/** The entry by which the repeat of a correction is recognised. */
export function correctionKeyOf(personId: string, requestId: string): string {
  return `${personId}.corrected.${requestId}`;
}
