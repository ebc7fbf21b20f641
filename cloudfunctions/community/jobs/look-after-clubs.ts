import { dayOf, instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import { lookedAtClub, type StoredClub, toLookAt } from '../rules/club';
import { clubs } from '../store';

const clubsAtOnce = 5;
/** `people` answers for so many at once; a large club is looked at over several minutes. */
const peopleAtOnce = 50;

/** Once a day: who of a club has left the company is out of it, and a club that nobody runs becomes HR's task. */
export async function lookAfterClubs(now: Date): Promise<{ clubs: number }> {
  const where = { lookOn: is.between('', dayOf(now)) };
  const due = await clubs.list({ where, sortedBy: 'lookOn', limit: clubsAtOnce });
  await oneByOne(due, (club) => look(club, now));
  return { clubs: due.length };
}

async function look(club: StoredClub, now: Date): Promise<void> {
  const { _id, lastRequestId } = club;
  const looked = toLookAt(club).slice(0, peopleAtOnce);
  const here = await whoWorksHere(looked, now);
  if (here === null) return;
  const at = instant(now);
  const { goneIds, organisers, isUnled, removals, lookOn, lookedTo } = lookedAtClub(club, looked, here, at);
  await clubs.changeOne(
    { _id, lastRequestId, state: 'open' },
    {
      ...{ memberIds: by.pullingAll(goneIds), organisers: by.exactly(organisers), removals: by.exactly(removals) },
      ...{ lookOn, lookedTo, ...(isUnled ? { duties: by.joining('task'), dutiesSince: at } : {}) },
    },
  );
}

async function whoWorksHere(personIds: readonly string[], now: Date): Promise<Set<string> | null> {
  if (personIds.length === 0) return new Set();
  const answer = await ask('people', 'readColleagues', { personIds: [...personIds] }, now);
  return answer.ok ? new Set(answer.data.items.map(({ personId }) => personId)) : null;
}
