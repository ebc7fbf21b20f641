import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import { rolesOfPerson } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { bookOnce } from '../books/book-once';
import { creditGift } from '../jobs/credit-gift';
import { rulesOf } from '../read-rules';
import { countedAt } from '../rules/earning';
import {
  checkGivable,
  type Gift,
  gaveKeyOf,
  gaveMovements,
  givingIn,
  givingMonth,
  givingWith,
  monthMovements,
} from '../rules/giving';
import { allowanceOf, lotDayOf, settingsOn } from '../rules/rule-table';

/**
 * All of a gift leaves the giver in one stroke, which also says what is still owed to whom; then it is brought to each
 * receiver. What a crash leaves in transit, the sweep delivers.
 */
export const give: Handler<PointsContract['give']> = async ({ requestId: _, ...asked }, { now }) => {
  const gift: Gift = { ...asked, toPersonIds: [...new Set(asked.toPersonIds)], at: countedAt(asked.at, now) };
  const { fromPersonId } = gift;
  const [month, table] = [givingMonth(now), await rulesOf(now)];
  const settings = settingsOn(table, dayOf(now));
  const allowance = allowanceOf(settings, await rolesOfPerson(fromPersonId, gift.at));
  const gave = gaveMovements(gift, lotDayOf(table, dayOf(gift.at)), now);
  const key = gaveKeyOf(gift, gift.toPersonIds[0] ?? '');

  const booked = await bookOnce(fromPersonId, key, (account) => {
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
  return { givingLeft: givingIn(booked.account, month, allowance).left };
};
