import { is } from '../../platform/db';
import { finishPending } from '../rights/finish-pending';
import { store } from '../store';

const atOnce = 50;

/** Changes of rights and unbindings that did not reach the identity. */
export async function mendRights(quietSince: string): Promise<number> {
  const persons = await store.persons.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  for (const person of persons) await finishPending(person);
  return persons.length;
}
