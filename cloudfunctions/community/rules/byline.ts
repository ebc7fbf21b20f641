import { type Byline, formerColleague } from '../../../shared/community/byline-calls';
import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';

/** 署名: what somebody chose for after leaving. `_id` is the person's; none while nothing was ever chosen. */
export interface StoredByline {
  _id: string;
  name: string;
  isNamed: boolean;
  /** How their content stands; `changing` from before the first piece is signed anew until after the last. */
  shown: 'named' | 'unnamed' | 'changing';
  /** When the sweep looks next whether they work here; null when there is nothing that could change. */
  lookOn: Day | null;
  /** The request of the choice that holds; a look of before does not settle it. */
  lastRequestId: string;
}

/** Who has left is looked at today, who works here from tomorrow on: rights end at midnight. */
export function chosenByline(
  earlier: StoredByline | null,
  person: { personId: string; name: string },
  choice: { isNamed: boolean; requestId: string; hasLeft: boolean; today: Day },
): StoredByline {
  const { isNamed, requestId, hasLeft, today } = choice;
  return {
    ...{ _id: person.personId, name: person.name, isNamed, shown: earlier?.shown ?? 'named' },
    ...{ lastRequestId: requestId, lookOn: hasLeft ? today : addDays(today, 1) },
  };
}

/** How content stands from a look on: a colleague's always under the name, also one's who came back. */
export function lookedAt({ isNamed }: StoredByline, worksHere: boolean, today: Day) {
  const shown = worksHere || isNamed ? ('named' as const) : ('unnamed' as const);
  return { shown, lookOn: isNamed ? null : addDays(today, 1) };
}

/** `hasLeft` while it is under way: whoever works here has nothing to wait for. */
export function bylineView(byline: StoredByline | null, hasLeft: boolean): Byline {
  const isNamed = byline?.isNamed ?? true;
  return { isNamed, isUnderWay: hasLeft && byline !== null && byline.shown !== (isNamed ? 'named' : 'unnamed') };
}

/** The name under which something stands. */
export const shownName = ({ isSigned, authorName }: { isSigned: boolean; authorName: string }) =>
  isSigned ? authorName : formerColleague;
