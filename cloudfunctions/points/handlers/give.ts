import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { rolesOfPerson } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { bookOnce } from '../books/book-once';
import { creditGift } from '../jobs/credit-gift';
import { rulesOf } from '../read-rules';
import type { Account } from '../rules/account';
import { countedAt } from '../rules/earning';
import {
  checkGivable,
  type Gift,
  gaveKeyOf,
  gaveMovements,
  givingIn,
  givingMonth,
  givingWith,
  isGiftBooked,
  monthMovements,
} from '../rules/giving';
import { allowanceOf, lotDayOf, settingsOn } from '../rules/rule-table';
import { ledger } from '../store';

/**
 * All of a gift leaves the giver in one stroke, which also says what is still owed to whom; then it is brought to each
 * receiver. What a crash leaves in transit, the sweep delivers.
 */
export const give: Handler<PointsContract['give']> = async ({ requestId: _, ...asked }, { now }) => {
  const gift: Gift = { ...asked, toPersonIds: [...new Set(asked.toPersonIds)].sort(), at: countedAt(asked.at, now) };
  const { fromPersonId } = gift;
  const [month, table] = [givingMonth(now), await rulesOf(now)];
  const settings = settingsOn(table, dayOf(now));
  const allowance = allowanceOf(settings, await rolesOfPerson(fromPersonId, gift.at));
  const gave = gaveMovements(gift, lotDayOf(table, dayOf(gift.at)), now);

  const booked = await bookOnce(fromPersonId, gaveKeyOf(gift, 1), (account) => {
    const giving = givingIn(account, month, allowance);
    checkGivable(giving, gift, settings);
    const movements = [...monthMovements(account, month, allowance, now.toISOString()), ...gave];
    const after = givingWith(giving, gift);
    return {
      movements,
      // Within a month, what is left only falls: as long as it is the same, nothing was given in between.
      where: { 'giving.month': account.giving.month, 'giving.left': account.giving.left },
      change: { 'giving.month': month, 'giving.given': by.exactly(after.given) },
      facts: { giving: after },
    };
  });
  if (!booked) return refuse('points_busy');
  if (booked.isNew) await Promise.all(gave.map((movement) => creditGift(fromPersonId, movement)));
  else if (!isGiftBooked(gift, await bookedFor(gift, booked.account))) return refuse('request_id_reused');
  return { givingLeft: givingIn(booked.account, month, allowance).left };
};

/** What the fact of this gift took from its giver: pending, or written already. One more key, should it be more. */
async function bookedFor(gift: Gift, { pending }: Account) {
  const keys = [...gift.toPersonIds, 'one more'].map((_, index) => gaveKeyOf(gift, index + 1));
  const written = await ledger.list({ where: { _id: is.among(keys) }, limit: keys.length });
  return [...pending, ...written];
}
