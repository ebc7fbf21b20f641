import { dayOf, instant } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { refuse } from '../../shared/refusal';
import type { Suggestion, SuggestionStep } from '../../shared/suggestions/suggestion';
import { type Caller, personOf } from '../platform/caller';
import { by } from '../platform/db';
import type { Duty, StoredSuggestion } from './documents';
import { settleDuties } from './duties/settle-duties';
import { checkStep, placeOf, suggestionView, type Viewer } from './rules/suggestion';
import { store } from './store';

/** How often others may be faster. */
const tries = 4;

export const viewerOf = (caller: Caller): Viewer => ({
  personId: personOf(caller).personId,
  isHr: caller.roles.includes('hr'),
});

/** What a step makes of a suggestion, and what is then to be told. */
export type StepTaken = Partial<
  Pick<StoredSuggestion, 'state' | 'answerBy' | 'answers' | 'takenDownReason' | 'count'> & { owed: Duty['kind'][] }
>;

interface Step {
  suggestionId: string;
  requestId: string;
  step: SuggestionStep;
}

/**
 * One step of a suggestion's life: one update, on condition that nothing moved since it was read, with what is owed
 * written into it. A repeat answers what is there.
 */
export async function takeStep(
  { suggestionId, requestId, step }: Step,
  { caller, now }: { caller: Caller; now: Date },
  decide: (suggestion: StoredSuggestion) => StepTaken,
): Promise<Suggestion> {
  const viewer = viewerOf(caller);
  const today = dayOf(now);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = await store.suggestions.read(suggestionId);
    if (!found) return refuse('suggestion_not_found');
    if (isTaken(found, requestId)) return suggestionView(found, viewer, today);
    checkStep(found, viewer, step);
    const changed = await changedBy(found, decide(found), requestId, instant(now));
    if (changed) return suggestionView(await settleDuties(changed, now), viewer, today);
  }
  throw new Error('others were faster each time');
}

const isTaken = ({ lastRequestId, answers }: StoredSuggestion, requestId: string) =>
  lastRequestId === requestId || answers.some((answer) => answer.requestId === requestId);

function changedBy(found: StoredSuggestion, taken: StepTaken, requestId: string, at: Instant) {
  const { owed = [], state = found.state, answerBy = found.answerBy, count, ...rest } = taken;
  const { _id, lastRequestId } = found;
  const duties = owed.map((kind): Duty => ({ kind, key: requestId, at }));
  return store.suggestions.changeOne(
    { _id, state: found.state, lastRequestId },
    {
      ...{ ...rest, ...placeOf(_id, state, answerBy), lastRequestId: requestId },
      ...(count === undefined ? {} : { count: by.exactly(count) }),
      ...(duties.length > 0 ? { duties: by.appending(duties), dutiesSince: at } : {}),
    },
  );
}

/** HR's words as they stay with the suggestion. */
export function answerOf(
  kind: StoredSuggestion['answers'][number]['kind'],
  words: string,
  requestId: string,
  { caller, now }: { caller: Caller; now: Date },
): StoredSuggestion['answers'][number] {
  const { personId, name } = personOf(caller);
  return { kind, words, byName: name, byId: personId, at: instant(now), requestId };
}
