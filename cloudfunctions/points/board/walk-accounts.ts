import { is } from '../../platform/db';
import type { Account } from '../rules/account';
import { accounts } from '../store';

/** Accounts of one piece of a walk, in the order of their ids. */
const accountsAtOnce = 24;
const worksAtOnce = 8;

/** One piece of a walk over all accounts: those after the cursor, each with what is looked up about it. */
export async function walkAccounts<Found>(
  cursor: string,
  lookUp: (account: Account) => Promise<Found>,
): Promise<{ found: { account: Account; about: Found }[]; isEnd: boolean }> {
  const some = await accounts.list({ where: { _id: is.above(cursor) }, sortedBy: '_id', limit: accountsAtOnce });
  const found: { account: Account; about: Found }[] = [];
  for (let start = 0; start < some.length; start += worksAtOnce) {
    const few = some.slice(start, start + worksAtOnce);
    found.push(...(await Promise.all(few.map(async (account) => ({ account, about: await lookUp(account) })))));
  }
  return { found, isEnd: some.length < accountsAtOnce };
}
