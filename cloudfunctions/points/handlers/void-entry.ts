import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { bookedEntry, bookOnce } from '../books/book-once';
import { isVoidable, voidKeyOf, voidMovement } from '../rules/correction';
import { ledger } from '../store';

/** An entry that is wrong stays; the reverse stands beside it, with the reason and who decided. */
export const voidEntry: Handler<PointsContract['voidEntry']> = async (
  { entryId, reason, requestId },
  { caller, now },
) => {
  const { personId: by } = personOf(caller);
  const entry = await ledger.read(entryId);
  if (!entry) return refuse('entry_not_found');
  if (entry.personId === by) refuse('own_account_kept');
  if (!isVoidable(entry)) refuse('entry_not_voidable');
  const key = voidKeyOf(entryId);
  const booked = await bookOnce(entry.personId, key, (account) => ({
    movements: [voidMovement(account, entry, { by, reason, requestId, now })],
  }));
  if (!booked) return refuse('points_busy');
  const voiding = await bookedEntry(booked.account, key);
  if (voiding.requestId !== requestId) refuse('entry_voided_already');
  const taken = -voiding.points;
  return { taken, missing: Math.max(0, entry.points - taken) };
};
