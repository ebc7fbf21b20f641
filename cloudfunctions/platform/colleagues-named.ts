import { refuse } from '../../shared/refusal';
import { ask } from './outbox';

/** Somebody who was named for a task, as the document keeps them. */
interface Named {
  personId: string;
  name: string;
}

/**
 * Whom HR names for a task, each once, in the order named. Who has it `already` stays as they are and is not asked
 * after; whoever is new has to work here. Refuses `colleague_not_found`, and `wait_and_repeat` when nobody can say.
 */
export async function colleaguesNamed(
  personIds: readonly string[],
  already: readonly Named[],
  now: Date,
): Promise<Named[]> {
  const wanted = [...new Set(personIds)];
  const freshIds = wanted.filter((id) => !already.some(({ personId }) => personId === id));
  const named = [...already, ...(await workingHere(freshIds, now))];
  return wanted.map((id) => named.find(({ personId }) => personId === id) ?? refuse('colleague_not_found'));
}

async function workingHere(personIds: string[], now: Date): Promise<Named[]> {
  if (personIds.length === 0) return [];
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  return answer.data.items.map(({ personId, name }) => ({ personId, name }));
}
