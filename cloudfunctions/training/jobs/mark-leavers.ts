import { dayOf } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { hasLeft, presentColleagues } from '../colleagues';
import type { StoredLearnerWalk } from '../documents';
import { store } from '../store';

const walkOfLearners = 'present';
const learningsAtOnce = 200;
const personsAtOnce = 50;
/** Pages a minute: a thousand learners are looked at within five minutes. */
const pagesAtOnce = 4;

/** Once a day: who has left is in no list and no count of learners any more, who came back is again. */
export async function markLeavers(now: Date): Promise<number> {
  let walk = await begun(now);
  for (let page = 0; page < pagesAtOnce; page += 1) {
    if (!walk?.isWalking) return page;
    const next = await look(walk.cursor, now);
    if (next === null) return page;
    const { _id, on, cursor } = walk;
    const change = { cursor: next, isWalking: next !== cursor };
    walk = await store.learnerWalks.changeOne({ _id, on, cursor, isWalking: true }, change);
  }
  return pagesAtOnce;
}

/** Today's walk: begun now, or under way. Null where somebody else was faster. */
async function begun(now: Date): Promise<StoredLearnerWalk | null> {
  const on = dayOf(now);
  const known = await store.learnerWalks.read(walkOfLearners);
  if (known?.on === on) return known;
  const fresh = { on, cursor: '', isWalking: true };
  if (known) return store.learnerWalks.changeOne({ _id: walkOfLearners, on: known.on }, fresh);
  const first = { _id: walkOfLearners, ...fresh };
  return (await store.learnerWalks.insert(first)) ? first : null;
}

/** The person after whom the next page begins; the same at the end, null when nobody can say who is here. */
async function look(cursor: string, now: Date): Promise<string | null> {
  const found = await store.learnings.list({
    where: { personId: is.above(cursor) },
    ...{ sortedBy: 'personId', limit: learningsAtOnce, fields: ['personId', 'isGone'] as const },
  });
  const persons = [...new Set(found.map(({ personId }) => personId))].slice(0, personsAtOnce);
  if (persons.length === 0) return cursor;
  const here = await presentColleagues(persons, now);
  if (here === null) return null;
  const known = new Set(found.flatMap(({ personId, isGone }) => (isGone ? [personId] : [])));
  const left = await Promise.all(
    persons.map((personId) => !here.has(personId) && (known.has(personId) || hasLeft(personId, now))),
  );
  if (left.includes(null)) return null;
  const gone = persons.filter((_, place) => left[place]);
  const present = persons.filter((_, place) => !left[place]);
  const change = { isGone: true, remindOn: null, entrustedToId: null };
  if (gone.length > 0) await store.learnings.changeAll({ personId: is.among(gone), isGone: false }, change);
  if (present.length > 0) {
    await store.learnings.changeAll({ personId: is.among(present), isGone: true }, { isGone: false });
  }
  return persons.at(-1) ?? cursor;
}
