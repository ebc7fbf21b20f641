import { readIdentitiesOf } from '../../platform/identity';

const idsAtOnce = 100;

/** What people are called; those who have left the app are not in it. One request for a hundred. */
export async function namesOf(personIds: Iterable<string>): Promise<Map<string, string>> {
  const ids = [...new Set(personIds)];
  const names = new Map<string, string>();
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    for (const { personId, name } of await readIdentitiesOf(ids.slice(start, start + idsAtOnce)))
      names.set(personId, name);
  }
  return names;
}
