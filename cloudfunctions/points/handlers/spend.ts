import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { bookedEntry, bookOnce } from '../books/book-once';
import { spentKeyOf, spentMovement } from '../rules/spending-fact';

export const spend: Handler<PointsContract['spend']> = async ({ requestId: _, ...fact }, { now }) => {
  const key = spentKeyOf(fact);
  const spending = { today: dayOf(now), spendBy: null };
  const booked = await bookOnce(fact.personId, key, (account) => ({
    movements: [spentMovement(account, fact, spending, instant(now))],
  }));
  if (!booked) return refuse('points_busy');
  const { points, cause } = await bookedEntry(booked.account, key);
  const isSame = points === -fact.points && cause.kind === 'spent' && cause.about === fact.about;
  return isSame ? { points: fact.points } : refuse('request_id_reused');
};
