import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../shared/kernel/scalar';
import type { EmploymentFacts } from '../../shared/people/leavers';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { type StoredReasonWords, wordsKeyOf } from './documents';
import { pastLeaving } from './rules/leaving';
import { store } from './store';

const wordsAtOnce = 20;

/** The meanings of these words; words that are new are written down for HR to assign. */
async function meaningsOf(items: readonly EmploymentFacts[]): Promise<Map<string, StoredReasonWords>> {
  const said = new Map(items.flatMap(({ exitReason }) => (exitReason ? [[wordsKeyOf(exitReason), exitReason]] : [])));
  const keys = [...said.keys()];
  if (keys.length === 0) return new Map();
  const known = await store.reasonWords.list({ where: { _id: is.among(keys) }, limit: keys.length });
  const meanings = new Map(known.map((words) => [words._id, words]));
  for (const [_id, words] of said) {
    if (meanings.has(_id)) continue;
    const fresh = { _id, words, reasonId: null, pendingSince: null };
    await store.reasonWords.insert(fresh);
    meanings.set(_id, fresh);
  }
  return meanings;
}

/** Writes past leavings as the roster has them. What the leaver said is never overwritten. How many there are. */
export async function writePastLeavings(items: readonly EmploymentFacts[], at: Instant): Promise<number> {
  if (items.length === 0) return 0;
  const ids = items.map(({ employmentId }) => employmentId);
  const [meanings, known] = await Promise.all([
    meaningsOf(items),
    store.leavings.list({ where: { _id: is.among(ids) }, limit: ids.length }),
  ]);
  const there = new Map(known.map((leaving) => [leaving._id, leaving]));
  const past = items.map((of) => {
    const wordsKey = of.exitReason ? wordsKeyOf(of.exitReason) : null;
    const reasonId = meanings.get(wordsKey ?? '')?.reasonId ?? null;
    return pastLeaving(of, { wordsKey, reasonId }, there.get(of.employmentId)?.notedAt ?? at);
  });
  const fresh = past.filter(({ _id }) => !there.has(_id));
  if (fresh.length > 0) await store.leavings.insertMany(fresh);
  const changed = past.filter((leaving) => {
    const earlier = there.get(leaving._id);
    return earlier?.reasonFrom === 'words' && !isDeepStrictEqual({ ...leaving }, { ...earlier });
  });
  for (const leaving of changed) await store.leavings.put(leaving);
  return past.length;
}

/** Brings the leavings in line with what HR said that the words mean. */
export async function followWords({ _id, reasonId, pendingSince }: StoredReasonWords): Promise<void> {
  if (pendingSince === null) return;
  await store.leavings.changeAll({ wordsKey: _id, reasonFrom: 'words' }, { reasonId });
  await store.reasonWords.changeOne({ _id, pendingSince }, { pendingSince: null });
}

/** What a killed process left. */
export async function followAllWords(quietSince: Instant): Promise<number> {
  const found = await store.reasonWords.list({
    where: { pendingSince: is.between('', quietSince) },
    limit: wordsAtOnce,
  });
  await oneByOne(found, followWords);
  return found.length;
}
