import type { Day } from '../../../shared/kernel/scalar';
import type { ColleagueFacts } from '../../../shared/people/colleagues';
import type { CareOccasion } from '../../../shared/recognition/care';
import { milestoneCareIdOf } from '../documents';
import { careCard, isWanted } from '../rules/care-rule';
import { store } from '../store';
import { careRuleFor } from './care-rules';
import { deliverCare } from './deliver-care';

export interface Milestone {
  factId: string;
  occasion: CareOccasion;
  title: string;
  person: ColleagueFacts;
  on: Day;
}

/** Something happened that is worth a card: it reaches its person at once. A repeat finds the card and finishes it. */
export async function markMilestone(milestone: Milestone, now: Date): Promise<'marked' | 'off' | 'unwanted'> {
  const { factId, occasion, title, person, on } = milestone;
  const careId = milestoneCareIdOf(occasion, factId);
  const earlier = await store.care.read(careId);
  if (earlier) {
    await deliverCare(earlier, now.toISOString(), now);
    return 'marked';
  }
  const [rule, wishes] = await Promise.all([careRuleFor(occasion), store.careWishes.read(person.personId)]);
  if (!rule.isOn) return 'off';
  if (!isWanted(occasion, wishes)) return 'unwanted';
  const card = careCard({ careId, person, years: null, title, on }, rule, null);
  await store.care.insert(card);
  await deliverCare(card, now.toISOString(), now);
  return 'marked';
}
