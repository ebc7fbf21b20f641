import { addDays, instant } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import { is } from '../../platform/db';
import { ask } from '../../platform/outbox';
import { type CareWalk, calendarCareIdOf } from '../documents';
import { careDaysBetween } from '../rules/care-day';
import { careCard, isWanted } from '../rules/care-rule';
import { store } from '../store';
import { careRules } from './care-rules';
import { inviteToSign } from './invite-to-sign';

const colleaguesAtOnce = 50;
/** Pages a minute: a thousand colleagues are looked through in five. */
const pagesAtOnce = 4;
/** Walks of the last days stay, to look at when a card did not come. */
const keptDays = 30;

/**
 * Once a day everybody who works here is looked at for birthdays and anniversaries that come within the days in which
 * colleagues sign. Looking ahead from today each day, a day on which nothing ran is made up for on the next. Cards
 * have ids of their day, so that a page looked at twice makes no second card.
 */
export async function walkColleagues(today: Day, now: Date): Promise<number> {
  let walk = (await store.walks.read(today)) ?? (await begin(today));
  let made = 0;
  for (let page = 0; page < pagesAtOnce && !walk.isDone; page += 1) {
    const cursor = walk.cursor === null ? {} : { cursor: walk.cursor };
    const answer = await ask('people', 'listColleagues', { limit: colleaguesAtOnce, ...cursor }, now);
    if (!answer.ok) return made;
    made += await makeCards(answer.data.items, today, now);
    const after = { cursor: answer.data.next, isDone: answer.data.next === null };
    await store.walks.changeOne({ _id: today, cursor: walk.cursor }, after);
    walk = { ...walk, ...after };
  }
  return made;
}

async function begin(today: Day): Promise<CareWalk> {
  const walk: CareWalk = { _id: today, cursor: null, isDone: false };
  await store.walks.insert(walk);
  await store.walks.removeAll({ _id: is.below(addDays(today, -keptDays)) });
  return walk;
}

async function makeCards(colleagues: readonly ColleagueFacts[], today: Day, now: Date): Promise<number> {
  const rules = (await careRules()).filter(({ isOn }) => isOn);
  const coming = colleagues.flatMap((person) =>
    rules.flatMap((rule) =>
      careDaysBetween(person, today, rule.gatherDays).flatMap((day) =>
        day.occasion === rule._id ? [{ person, day, rule }] : [],
      ),
    ),
  );
  const personIds = [...new Set(coming.map(({ person }) => person.personId))];
  if (personIds.length === 0) return 0;
  const wishes = await store.careWishes.list({ where: { _id: is.among(personIds) }, limit: personIds.length });
  let made = 0;
  for (const { person, day, rule } of coming) {
    const { occasion, on, years } = day;
    if (!isWanted(occasion, wishes.find(({ _id }) => _id === person.personId) ?? null)) continue;
    const reason = { careId: calendarCareIdOf(occasion, person.personId, on), person, years, title: null, on };
    const card = careCard(reason, rule, on > today ? instant(now) : null);
    if (!(await store.care.insert(card))) continue;
    made += 1;
    await inviteToSign(card, now);
  }
  return made;
}
