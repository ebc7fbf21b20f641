import type { Mention } from '../../shared/community/post';
import { readIdentitiesOf } from '../platform/identity';

/** Those of the named who are in the mini program, with the name that the company knows. One request, none for none. */
export async function mentionedColleagues(personIds: readonly string[]): Promise<Mention[]> {
  const found = await readIdentitiesOf([...new Set(personIds)]);
  return found.map(({ personId, name }) => ({ personId, name }));
}
