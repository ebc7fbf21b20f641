import { dayOf } from '../../shared/kernel/day';
import { rolesOn } from '../../shared/people/identity';
import { readIdentitiesOf } from '../platform/identity';

/** `platform` reads so many at once. */
const atOnce = 100;

/** Those of them who have left, by today's date. One request for a hundred persons, none for nobody. */
export async function leaversAmong(personIds: readonly string[], now: Date): Promise<Set<string>> {
  const today = dayOf(now);
  const left = new Set<string>();
  for (let start = 0; start < personIds.length; start += atOnce) {
    for (const identity of await readIdentitiesOf(personIds.slice(start, start + atOnce))) {
      if (rolesOn(today, identity).includes('alumnus')) left.add(identity.personId);
    }
  }
  return left;
}
