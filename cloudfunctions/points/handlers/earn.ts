import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import type { HoldReason } from '../../../shared/points/rules';
import { refuse } from '../../../shared/refusal';
import { rolesOfPerson } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { bookable, booking, counting, withinLimits } from '../books/booking';
import { rulesOf } from '../read-rules';
import { accountWith, isBooked, openAccount } from '../rules/account';
import { countedAt, countedWith, earningMovement, isMeant, limitReached } from '../rules/earning';
import { heldBackFact } from '../rules/held-back';
import { publishedTerms, termsOn } from '../rules/rule-table';
import { accounts, heldBack, ledger } from '../store';

/**
 * A fact earns what its rule says. The ledger knows facts of long ago, the account those of the last minutes, so one
 * conditional change in between is enough; a fact that a limit holds back is kept for the replay of rules.
 */
export const earn: Handler<PointsContract['earn']> = async (input, { now }) => {
  const { requestId: _, points: published, ...fact } = input;
  const at = countedAt(fact.at, now);
  const terms = publishedTerms(termsOn(await rulesOf(now), fact.rule, dayOf(at)), published);
  const { rule } = terms;
  const movement = earningMovement(fact, terms, at, now);
  const earlier = await ledger.read(movement.key);
  if (earlier) return { points: earlier.points, heldBack: null };
  if (rule.points === 0) return holdBack({ ...fact, points: published }, rule.version, 'ruleEnded', now);
  const isForThem = rule.audience === 'everyone' || isMeant(rule, await rolesOfPerson(fact.personId, at));
  if (!isForThem) return holdBack({ ...fact, points: published }, rule.version, 'audience', now);

  const booked = await accounts.changeOne(
    { _id: fact.personId, ...bookable([movement]), ...withinLimits(rule, at) },
    { ...booking([movement]), ...counting(rule, at) },
  );
  if (booked) return { points: rule.points, heldBack: null };

  const account = await accounts.read(fact.personId);
  if (!account) {
    const nobody = openAccount(fact.personId);
    const opened = accountWith(nobody, [movement], { earned: countedWith(nobody, rule, at) });
    return (await accounts.insert(opened)) ? { points: rule.points, heldBack: null } : refuse('points_busy');
  }
  if (isBooked(account, movement.key)) return { points: movement.points, heldBack: null };
  const why = limitReached(account, rule, at);
  return why ? holdBack({ ...fact, points: published }, rule.version, why, now) : refuse('points_busy');
};

type HeldFact = Parameters<typeof heldBackFact>[0];

async function holdBack(fact: HeldFact, version: number, why: HoldReason, now: Date) {
  await heldBack.insert(heldBackFact(fact, version, why, now));
  return { points: 0, heldBack: why };
}
