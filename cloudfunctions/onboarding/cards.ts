import { addDays } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import type { ProfileCard } from '../../shared/onboarding/run';
import { is } from '../platform/db';
import type { StoredCard } from './documents';
import { store } from './store';

/** A new colleague is new for so long. */
const shownDays = 90;
export const cardDays = (startsOn: Day) => ({ shownFrom: startsOn, shownUntil: addDays(startsOn, shownDays) });

export function cardView({
  _id: personId,
  name,
  departmentName,
  position,
  intro,
  likes,
  askMe,
  shownFrom,
}: StoredCard): ProfileCard {
  return { personId, name, departmentName, position, intro, likes, askMe, shownFrom };
}

/** Cards whose time is over. */
export async function removeOldCards(today: Day): Promise<number> {
  return store.cards.removeAll({ shownUntil: is.between('', today) });
}
