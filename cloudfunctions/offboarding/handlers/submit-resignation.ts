import { dayOf, instant } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { begin, factsOf, leaverOf, rowsToday, sealedText } from '../begin-leaving';
import { separationIdOf } from '../documents';
import { leavingView } from '../find-leaving';
import { resignation } from '../rules/begin';
import { store } from '../store';

export const submitResignation: Handler<OffboardingContract['submitResignation']> = async (input, context) => {
  const { caller, now } = context;
  const { wishedLastDay, reasonId, words, note, requestId } = input;
  const { personId, employmentId, status } = personOf(caller);
  const separationId = separationIdOf(personId, requestId);
  const earlier = await store.separations.read(separationId);
  if (earlier) return leavingView(earlier, context);
  const facts = (await factsOf(employmentId, now)) ?? refuse('wait_and_repeat');
  const today = dayOf(now);
  const separation = resignation(
    leaverOf(facts),
    {
      ...{ status, wishedLastDay, reasonId },
      words: sealedText(separationId, 'words', words),
      note: sealedText(separationId, 'note', note),
    },
    { separationId, requestId, rows: await rowsToday(today), today, at: instant(now) },
  );
  return leavingView(await begin(separation, now), context);
};
