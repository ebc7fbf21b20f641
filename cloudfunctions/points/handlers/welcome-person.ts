import { dayOf, instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { bookable, booking } from '../books/booking';
import { rulesOf } from '../read-rules';
import { accountWith, openAccount } from '../rules/account';
import { termsOn } from '../rules/rule-table';
import { welcomeMovement } from '../rules/welcome';
import { accounts } from '../store';

/** 入职欢迎: a fact may arrive twice, and a person may join twice; the points come once. */
export const welcomePerson: Handler<PointsContract['welcomePerson']> = async ({ fact: { personId } }, { now }) => {
  const terms = termsOn(await rulesOf(now), 'joined', dayOf(now));
  if (terms.rule.points === 0) return {};
  const movement = welcomeMovement(personId, instant(now), terms);
  if (await accounts.insert(accountWith(openAccount(personId), [movement], { welcomed: true }))) return {};
  const booked = await accounts.changeOne(
    { _id: personId, welcomed: false, ...bookable([movement]) },
    { ...booking([movement]), welcomed: true },
  );
  if (booked) return {};
  const account = await accounts.read(personId);
  return account?.welcomed ? {} : refuse('points_busy');
};
