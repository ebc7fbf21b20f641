import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { finishPending } from '../rights/finish-pending';
import { store } from '../store';

const atOnce = 50;

/** Changes of rights and unbindings that did not reach the identity. */
export async function mendRights(quietSince: string): Promise<number> {
  const persons = await store.persons.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(persons, finishPending);
  return persons.length;
}
