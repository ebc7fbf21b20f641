import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import { readIdentitiesOf } from '../../platform/identity';
import type { Handler } from '../../platform/serve';
import { settleAccount } from '../jobs/settle-accounts';
import { rulesOf } from '../read-rules';
import { entryView, personIn } from '../rules/entry-view';
import { accounts, ledger } from '../store';

/** Entries are written when movements are settled, so what is pending is settled before anybody reads the ledger. */
export const listLedger: Handler<PointsContract['listLedger']> = async ({ cursor, limit }, { caller, now }) => {
  const { personId } = personOf(caller);
  const account = await accounts.read(personId);
  if (account && account.pending.length > 0) await settleAccount(account, instant(now));
  const where = { personId };
  const { items, next } = await ledger.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  const others = await readIdentitiesOf([...new Set(items.flatMap(({ cause }) => personIn(cause) ?? []))]);
  const names = new Map(others.map((other) => [other.personId, other.name]));
  const table = await rulesOf(now);
  return { items: items.map((entry) => entryView(entry, table, names)), next };
};
