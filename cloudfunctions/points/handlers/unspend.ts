import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { bookOnce } from '../books/book-once';
import { pendingEntries } from '../books/ledger-chain';
import { spentKeyOf, unspentKeyOf, unspentMovement } from '../rules/spending-fact';
import { accounts, ledger } from '../store';

export const unspend: Handler<PointsContract['unspend']> = async ({ requestId: _, ...fact }, { now }) => {
  const key = spentKeyOf(fact);
  const account = (await accounts.read(fact.personId)) ?? refuse('spending_not_found');
  const spent = pendingEntries(account).find(({ _id }) => _id === key) ?? (await ledger.read(key));
  if (spent?.cause.kind !== 'spent') return refuse('spending_not_found');
  const { points, lots, cause } = spent;
  const movement = unspentMovement(fact, { points, lots, about: cause.about }, instant(now));
  const booked = await bookOnce(fact.personId, unspentKeyOf(fact), () => ({ movements: [movement] }));
  return booked ? { points: -points } : refuse('points_busy');
};
