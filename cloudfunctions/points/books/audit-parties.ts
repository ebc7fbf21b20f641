import type { Party } from '../../../shared/points/model';
import { publishedRules } from '../../../shared/points/rules';
import type { Account } from '../rules/account';
import { ruleIn } from '../rules/entry-view';
import type { Report } from './audit-account';
import type { StoredEntry } from './ledger-chain';

/** What every party but the persons holds by the entries: all of it together with the persons is 0. */
export function partyTotals(entries: readonly StoredEntry[]): Record<Exclude<Party, 'person'>, number> {
  const totals = { issue: 0, mall: 0, charity: 0, expired: 0, void: 0, transit: 0 };
  for (const { from, to, points } of entries) {
    if (from !== 'person') totals[from] -= points;
    if (to !== 'person') totals[to] -= points;
  }
  return totals;
}

/** I2: each entry goes between a person and another party; what is in transit is exactly what has not arrived. */
export function auditParties(accounts: readonly Account[], entries: readonly StoredEntry[], report: Report): void {
  for (const { _id, from, to, points } of entries) {
    const isRight = (from === 'person') !== (to === 'person') && (points === 0 || points > 0 === (to === 'person'));
    if (!isRight) report('I2', _id, `moves ${points} from ${from} to ${to}`);
  }
  const keys = new Map(entries.map((entry) => [entry._id, entry]));
  const onTheWay = new Set(accounts.flatMap(({ pending }) => pending.map(({ key }) => key)));
  const arrived = new Set<string>();
  for (const { _id, personId, cause, points } of entries) {
    if (cause.kind !== 'gave') continue;
    const key = `${cause.toPersonId}.received.${cause.factId}.${personId}`;
    arrived.add(key);
    const received = keys.get(key);
    if (received && received.points !== -points) report('I2', key, `received ${received.points} of ${-points}`);
    if (!received && !onTheWay.has(_id)) report('I2', key, 'was given and never arrived');
  }
  for (const { _id, cause } of entries) {
    if (cause.kind === 'received' && !arrived.has(_id)) report('I2', _id, 'arrived and was never given');
  }
  auditRules(entries, report);
}

/** I12: one version of a rule gives everybody the same, where its facts do not say themselves what they give. */
function auditRules(entries: readonly StoredEntry[], report: Report): void {
  const gives = new Map<string, number>();
  for (const { _id, cause, points } of entries) {
    const rule = ruleIn(cause);
    if (!rule || publishedRules.includes(rule.key)) continue;
    const name = `${rule.key}.${rule.version}`;
    if ((gives.get(name) ?? points) !== points) report('I12', _id, `is ${points} by a rule of ${gives.get(name)}`);
    gives.set(name, gives.get(name) ?? points);
  }
}
