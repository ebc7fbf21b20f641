import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import type { Duty, StoredSuggestion } from '../documents';
import { store } from '../store';
import { clearTask, putTask, tellAuthor, tellSupporters } from '../tell';
import { countSupport } from './count-support';

/** Suggestions a minute. */
const atOnce = 50;

type Settle = (suggestion: StoredSuggestion, duty: Duty, now: Date) => Promise<boolean>;

const settlers: Record<Duty['kind'], Settle> = {
  ...{ putTask, clearTask, tellAuthor, tellSupporters },
  earn: (suggestion, _, now) => earn(suggestion, now),
  count: (suggestion, _, now) => countSupport(suggestion, now),
};

/** What may take longer than somebody waits; the timer does it. */
const slow: readonly Duty['kind'][] = ['count', 'tellSupporters'];

/** Does what a change left to do. Each of it is harmless when done twice; what failed stays owed. */
export async function settleDuties(
  found: StoredSuggestion,
  now: Date,
  skipped: readonly Duty['kind'][] = slow,
): Promise<StoredSuggestion> {
  let suggestion = found;
  for (const duty of found.duties) {
    if (skipped.includes(duty.kind) || !(await settlers[duty.kind](suggestion, duty, now))) continue;
    const { kind, key } = duty;
    suggestion = (await without(suggestion._id, kind, key)) ?? suggestion;
  }
  return suggestion;
}

async function without(_id: string, kind: Duty['kind'], key: string): Promise<StoredSuggestion | null> {
  const changed = await store.suggestions.changeOne({ _id }, { duties: by.pulling({ kind, key }) });
  if (!changed || changed.duties.length > 0) return changed;
  const done = await store.suggestions.changeOne({ _id, 'duties.0': is.absent() }, { dutiesSince: null });
  return done ?? changed;
}

/**
 * The points of an adopted suggestion; `points` decides how many, and books a fact once. HR reads everybody's ledger,
 * so nothing there says whose an unnamed one was.
 */
async function earn({ _id, authorId, isNamed, title }: StoredSuggestion, now: Date): Promise<boolean> {
  const fact = { factId: `${_id}.adopted`, rule: 'suggestionAdopted', personId: authorId } as const;
  const about = isNamed ? title : null;
  const requestId = `adopted-${_id.replace(/[^A-Za-z0-9-]/g, '-')}`;
  const answer = await ask('points', 'earn', { ...fact, about, at: instant(now), requestId }, now);
  return answer.ok;
}

/** Whatever calls left behind, slow or cut off. */
export async function settleOwed(now: Date): Promise<number> {
  const owing = await store.suggestions.list({
    where: { dutiesSince: is.between('', instant(now)) },
    sortedBy: 'dutiesSince',
    limit: atOnce,
  });
  await oneByOne(owing, (suggestion) => settleDuties(suggestion, now, []));
  return owing.length;
}
