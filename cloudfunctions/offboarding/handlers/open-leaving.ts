import { dayOf, instant } from '../../../shared/kernel/day';
import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
import { seal } from '../../platform/sealed';
import type { Handler } from '../../platform/serve';
import { begin, factsOf, leaverOf, rowsToday } from '../begin-leaving';
import { sealedPlace, separationIdOf } from '../documents';
import { leavingView } from '../find-leaving';
import { openedLeaving } from '../rules/begin';
import { store } from '../store';

async function retirementDaysOf(employmentId: string, now: Date) {
  const answer = await ask('people', 'readRetirementDays', { employmentId }, now);
  return answer.ok ? answer.data.days : refuse('wait_and_repeat');
}

export const openLeaving: Handler<OffboardingContract['openLeaving']> = async (input, context) => {
  const { caller, now } = context;
  const { employmentId, words, requestId, ...opening } = input;
  const { personId, name } = personOf(caller);
  const separationId = separationIdOf(personId, requestId);
  const earlier = await store.separations.read(separationId);
  if (earlier) return leavingView(earlier, context);
  const facts = await factsOf(employmentId, now);
  if (!facts || !reaches(caller.reach, facts.branchId)) return refuse('employment_not_found');
  if (facts.personId === personId) return refuse('own_leaving_kept');
  if (facts.status === 'left' || facts.status === 'alumni') return refuse('employment_over');
  const retirementDays = opening.kind === 'retirement' ? await retirementDaysOf(employmentId, now) : null;
  const today = dayOf(now);
  const sealed = seal(words, sealedPlace(separationId, 'words'));
  const separation = openedLeaving(
    leaverOf(facts),
    { ...opening, retirementDays, words: sealed, by: name },
    { separationId, requestId, rows: await rowsToday(today), today, at: instant(now) },
  );
  return leavingView(await begin(separation, now), context);
};
