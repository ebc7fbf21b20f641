import { dayOf } from '../../../../shared/kernel/day';
import type { Instant } from '../../../../shared/kernel/scalar';
import type { FindingKind } from '../../../../shared/points/board';
import type { RuleKey } from '../../../../shared/points/rules';

/** What one person's last weeks look like to whoever looks for patterns. */
export interface PersonsWeeks {
  personId: string;
  /** Points that came under a rule. */
  earned: readonly { rule: RuleKey; at: Instant }[];
  /** What a cap or a cool-down held back. */
  heldBack: readonly { rule: RuleKey; at: Instant }[];
  /** Thank-you points that this person sent to, or had from, somebody. */
  thanks: readonly { with: string; direction: 'sent' | 'received'; at: Instant }[];
}

/** Something worth a look. A pattern is not a verdict: nothing follows from it by itself. */
export interface Finding {
  kind: FindingKind;
  personId: string;
  /** The other one of a pair. */
  otherPersonId: string | null;
  /** The rule it is about. */
  rule: RuleKey | null;
  /** How often. */
  times: number;
}

/** Minutes before and after midnight in Shanghai that count as around midnight. */
const aroundMidnightMinutes = 10;
/** So many earnings around one midnight are a burst, */
const burstTimes = 3;
/** and so many nights with one are worth a look. */
const burstNights = 3;
/** Held back so often within the weeks: the cap is always hit. */
const heldBackTimes = 10;
/** Each way so many times, */
const pairTimes = 3;
/** and that is so much of what either of them sends. */
const pairShare = 0.6;

const dayMillis = 86_400_000;
const shanghaiMillis = 8 * 3_600_000;

/** The night to which a moment around midnight belongs, told by the day that begins; null at other times. */
function nightOf(at: Instant): string | null {
  const sinceMidnight = (Date.parse(at) + shanghaiMillis) % dayMillis;
  const span = aroundMidnightMinutes * 60_000;
  if (sinceMidnight < span) return dayOf(at);
  return sinceMidnight >= dayMillis - span ? dayOf(new Date(Date.parse(at) + span)) : null;
}

function countBy<Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | null,
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function midnightBursts({ personId, earned }: PersonsWeeks): Finding[] {
  const nights = countBy(earned, ({ at }) => nightOf(at));
  const bursts = [...nights.values()].filter((times) => times >= burstTimes).length;
  if (bursts < burstNights) return [];
  return [{ kind: 'midnightBurst', personId, otherPersonId: null, rule: null, times: bursts }];
}

function capsAlwaysHit({ personId, heldBack }: PersonsWeeks): Finding[] {
  return [...countBy(heldBack, ({ rule }) => rule)]
    .filter(([, times]) => times >= heldBackTimes)
    .map(([rule, times]) => ({ kind: 'capAlwaysHit', personId, otherPersonId: null, rule, times }));
}

/** Of a pair, the one whose id comes first is looked at, so that it is told once. */
function pairsThankingEachOther({ personId, thanks }: PersonsWeeks): Finding[] {
  const sent = thanks.filter(({ direction }) => direction === 'sent');
  const to = countBy(sent, (one) => one.with);
  const from = countBy(thanks, (one) => (one.direction === 'received' ? one.with : null));
  return [...to].flatMap(([otherPersonId, times]) => {
    const back = from.get(otherPersonId) ?? 0;
    const isMutual = times >= pairTimes && back >= pairTimes && times >= sent.length * pairShare;
    if (!isMutual || personId > otherPersonId) return [];
    return [{ kind: 'pairThanking', personId, otherPersonId, rule: null, times: times + back } as const];
  });
}

/** HR handed a gift out to themselves. Points of their own they cannot touch at all. */
export function selfDealing(personId: string): Finding {
  return { kind: 'selfDealing', personId, otherPersonId: null, rule: null, times: 1 };
}

/** 值得看一眼: what stands out in one person's last four weeks. */
export function findingsOf(weeks: PersonsWeeks): Finding[] {
  return [midnightBursts, capsAlwaysHit, pairsThankingEachOther].flatMap((look) => look(weeks));
}

/** One finding of a kind, person and rule a month: it is listed once, however often the night run sees it. */
export function findingIdOf({ kind, personId, otherPersonId, rule }: Finding, month: string): string {
  return [month, kind, personId, otherPersonId ?? rule].filter((part) => part !== null).join('.');
}
