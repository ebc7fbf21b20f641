import type { Activity } from '../../shared/activities/activity';
import { refuse } from '../../shared/refusal';
import { ask } from '../platform/outbox';

/** Organisers by name. Who is one `already` stays as they are; whoever is new has to work here. */
export async function organisersNamed(
  organiserIds: readonly string[],
  already: Activity['organisers'],
  now: Date,
): Promise<Activity['organisers']> {
  const personIds = [...new Set(organiserIds)];
  const freshIds = personIds.filter((id) => !already.some(({ personId }) => personId === id));
  const named = [...already, ...(await colleaguesNamed(freshIds, now))];
  return personIds.map((id) => named.find(({ personId }) => personId === id) ?? refuse('colleague_not_found'));
}

async function colleaguesNamed(personIds: string[], now: Date): Promise<Activity['organisers']> {
  if (personIds.length === 0) return [];
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  return answer.data.items.map(({ personId, name }) => ({ personId, name }));
}
