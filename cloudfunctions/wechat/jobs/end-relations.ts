import { dayOf } from '../../../shared/kernel/day';
import { rolesOn } from '../../../shared/people/identity';
import { is } from '../../platform/db';
import { endEmployeeRelation } from '../../platform/employee-message';
import { readIdentitiesOf } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { changeAllowance } from '../change-allowance';
import { lookedAt } from '../rules/allowance';
import { allowances } from '../store';

/** As many identities are read at once. */
const atOnce = 100;

/**
 * Ends the 用工关系 of whoever has left, from midnight after the last day on. WeChat is told before it is written down:
 * a killed sweep tells it again. Should WeChat not hear of it, nothing more is sent all the same. Somebody whose WeChat
 * is no longer bound to a person here cannot be named to WeChat; nothing is sent to them either.
 */
export async function endRelations(now: Date): Promise<{ looked: number }> {
  const today = dayOf(now);
  const due = await allowances.list({
    where: { lookOn: is.between('', today) },
    sortedBy: 'lookOn',
    limit: atOnce,
  });
  const identities = await readIdentitiesOf(due.map(({ _id }) => _id));
  const here = new Set(
    identities.filter((one) => !rolesOn(today, one).includes('alumnus')).map(({ personId }) => personId),
  );
  await oneByOne(due, async ({ _id: personId }) => {
    const hasLeft = !here.has(personId);
    if (hasLeft) await endEmployeeRelation(personId);
    await changeAllowance(personId, (present) => lookedAt(present, hasLeft, today));
  });
  return { looked: due.length };
}
