import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { bookedEntry, bookOnce } from '../books/book-once';
import { rulesOf } from '../read-rules';
import { correctionKeyOf, correctionMovement } from '../rules/correction';
import { lotDayOf } from '../rules/rule-table';

export const correctAccount: Handler<PointsContract['correctAccount']> = async (
  { personId, direction, points: amount, reason, requestId },
  { caller, now },
) => {
  const { personId: by } = personOf(caller);
  if (personId === by) refuse('own_account_kept');
  const points = direction === 'add' ? amount : -amount;
  const lotDay = lotDayOf(await rulesOf(now), dayOf(now));
  const key = correctionKeyOf(personId, requestId);
  const booked = await bookOnce(personId, key, (account) => {
    // Nobody has an account without a movement: this is not somebody whom points ever concerned.
    if (account.settled.seq + account.pending.length === 0) refuse('account_not_found');
    return { movements: [correctionMovement(account, points, lotDay, { by, reason, requestId, now })] };
  });
  if (!booked) return refuse('points_busy');
  const { points: corrected, cause } = await bookedEntry(booked.account, key);
  const isSame = corrected === points && cause.kind === 'corrected' && cause.reason === reason;
  return isSame ? { points } : refuse('request_id_reused');
};
