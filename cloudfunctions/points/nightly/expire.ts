import { dayInWords, dayOf, instant, monthOf } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { bookable, booking } from '../books/booking';
import { rulesOf } from '../read-rules';
import type { Account, Movement } from '../rules/account';
import { endedLots, endingSoon, expiredMovements } from '../rules/expiry';
import { monthMovements } from '../rules/giving';
import { spendByOf, sumOfLots } from '../rules/lots';
import { settingsOn } from '../rules/rule-table';
import { accounts } from '../store';
import { factIdOf, type Told, tellPersons } from '../telling/tell-persons';
import type { Visit } from './run';

/** Notices on their way at the same moment. */
const noticesAtOnce = 10;

/** A person's part of the night. */
interface Ending {
  account: Account;
  /** The last day on which a leaver may spend; null for everybody else. */
  spendBy: Day | null;
}

const page = '/packages/points/pages/ledger/ledger';

/**
 * What ends in this night: 可赠积分 of an earlier month, lots past their day, and everything of a leaver whose days are
 * over. People are told first and booked then; when telling fails, the page comes again, and what was told is known.
 */
export const expireAccounts: Visit = async (page, day, now) => {
  const identities = await readIdentitiesOf(page.map(({ _id }) => _id));
  const { leaverDays } = settingsOn(await rulesOf(now), dayOf(now));
  const lastDays = new Map(identities.map(({ personId, relievingDate }) => [personId, relievingDate]));
  const endings = page.map((account) => ({
    account,
    spendBy: spendByOf(lastDays.get(account._id) ?? null, leaverDays),
  }));
  if (
    !(await tellAll(
      endings.flatMap((ending) => noticesOf(ending, day)),
      now,
    ))
  )
    return null;
  let [expired, lapsed, overtaken] = [0, 0, 0];
  for (const { account, spendBy } of endings) {
    const ended = endedLots(account, day, spendBy);
    const lapsing = monthMovements(account, '', 0, instant(now));
    const month = account.giving.month < monthOf(day) ? lapsing : [];
    const movements = [...month, ...expiredMovements(account, ended, day, now)];
    if (movements.length === 0) continue;
    if (!(await bookAsRead(account, movements, month.length > 0))) overtaken += 1;
    else {
      expired += sumOfLots(ended);
      lapsed += month.length;
    }
  }
  return { expired, lapsed, overtaken };
};

/** Only on the account as it was read: what somebody moved meanwhile is looked at in the next night. */
async function bookAsRead(account: Account, movements: readonly Movement[], isLapsing: boolean): Promise<boolean> {
  const { _id, settled, pending, giving } = account;
  const booked = await accounts.changeOne(
    {
      _id,
      'settled.seq': settled.seq,
      [`pending.${pending.length}`]: is.absent(),
      'giving.left': giving.left,
      ...bookable(movements),
    },
    { ...booking(movements), ...(isLapsing ? { 'giving.month': '', 'giving.given': by.exactly({}) } : {}) },
  );
  return booked !== null;
}

function noticesOf({ account, spendBy }: Ending, day: Day): Told[] {
  const personId = account._id;
  const over = sumOfLots(endedLots(account, day, spendBy));
  const told = endingSoon(account, day, spendBy).map(({ points, on, daysBefore }) => ({
    factId: factIdOf('ending', personId, on, daysBefore),
    personIds: [personId],
    title: '有积分快到期了',
    page,
    line: `${points} 积分可以用到 ${dayInWords(on)}，去积分商城看看吧。`,
  }));
  if (over === 0) return told;
  const line = `${over} 积分已到期。每一笔都能在积分流水里查到。`;
  return [
    ...told,
    { factId: factIdOf('ended', personId, day), personIds: [personId], title: '有积分到期了', line, page },
  ];
}

async function tellAll(notices: readonly Told[], now: Date): Promise<boolean> {
  for (let start = 0; start < notices.length; start += noticesAtOnce) {
    const some = notices.slice(start, start + noticesAtOnce);
    const arrived = await Promise.all(some.map((told) => tellPersons(told, now)));
    if (arrived.includes(false)) return false;
  }
  return true;
}
