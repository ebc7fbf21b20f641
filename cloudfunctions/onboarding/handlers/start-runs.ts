import type { OutputOf } from '../../../shared/kernel/contract';
import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { CallContext, Handler } from '../../platform/serve';
import { runIdOf, type StoredRun, type StoredTemplate } from '../documents';
import { finishRun } from '../finish-run';
import { findJoiner, ownersIn, personsIn, presentTemplates, Staffing } from '../joiner';
import { chooseTemplate } from '../rules/choose-template';
import { newRun, unfilledRole } from '../rules/new-run';
import { store } from '../store';

type Outcome = OutputOf<OnboardingContract['startRuns']>['items'][number];
interface Start {
  personId: string;
  buddyId: string;
}
interface Bulk extends Pick<CallContext, 'caller' | 'now'> {
  templates: readonly StoredTemplate[];
  staffing: Staffing;
  requestId: string;
}

/** One run, or why it does not begin. Its id follows from the employment, so that a repeat finds it there. */
async function startOne({ personId, buddyId }: Start, bulk: Bulk): Promise<Outcome> {
  const { caller, now, templates, staffing, requestId } = bulk;
  const said = (outcome: Outcome['outcome'], more: Partial<Outcome> = {}): Outcome => {
    return { personId, outcome, runId: null, role: null, ...more };
  };
  const joiner = await findJoiner(personId, caller, now);
  if (!joiner) return said('personNotFound');
  const { startsOn, managerPersonId, ...facts } = joiner;
  const runId = runIdOf(joiner.employmentId);
  const saidOf = (there: StoredRun) => said(there.requestIds.includes(requestId) ? 'started' : 'there', { runId });
  const there = await store.runs.read(runId);
  if (there) {
    if (there.pendingSince !== null) await finishRun(there, now);
    return saidOf(there);
  }
  if (startsOn === null) return said('dayMissing');
  const chosen = chooseTemplate(templates, joiner);
  if (!chosen) return said('noTemplate');
  const { template, why } = chosen;
  await staffing.lookUp([buddyId, ...(managerPersonId ? [managerPersonId] : []), ...personsIn(template)]);
  const owners = await staffing.ownersFor(joiner, ownersIn(template), buddyId);
  if (!owners.buddy) return said('buddyNotHere', { role: 'buddy' });
  const role = unfilledRole(template.activities, owners, staffing.persons);
  if (role !== null) return said('roleUnfilled', { role });
  const { personId: starterId, name } = personOf(caller);
  const run = newRun(
    {
      ...{ joiner: { ...facts, startsOn }, template, why, owners, persons: staffing.persons },
      ...{ startedBy: { personId: starterId, name }, now: instant(now) },
    },
    runId,
    requestId,
  );
  // Whose lists have become others is written with the run, so that a kill loses nobody's task.
  const written = { ...run, listsOf: run.openOwnerIds };
  // A slow phone sends the same request again while the first is under way: it began all the same.
  if (!(await store.runs.insert(written))) return saidOf((await store.runs.read(runId)) ?? refuse('wait_and_repeat'));
  await finishRun(written, now);
  return said('started', { runId });
}

export const startRuns: Handler<OnboardingContract['startRuns']> = async ({ starts, requestId }, { caller, now }) => {
  const staffing = new Staffing(caller, now);
  const templates = await presentTemplates();
  await staffing.lookUp(starts.map(({ buddyId }) => buddyId));
  const bulk: Bulk = { caller, now, templates, staffing, requestId };
  return { items: await Promise.all(starts.map((start) => startOne(start, bulk))) };
};
