import { instant } from '../../../shared/kernel/day';
import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { changeRun, runInReach } from '../change-run';
import { ownersIn, personsIn, Staffing } from '../joiner';
import { unfilledRole } from '../rules/new-run';
import { reapplied } from '../rules/reapply';
import { store } from '../store';
import { seen, viewerOf } from '../viewer';

export const reapplyTemplate: Handler<OnboardingContract['reapplyTemplate']> = async (input, { caller, now }) => {
  const { runId, requestId } = input;
  const run = await runInReach(runId, caller);
  const template = await store.templates.read(run.templateId);
  if (!template || template.isRetired) return refuse('template_not_found');
  const staffing = new Staffing(caller, now);
  const { sinceLeft, buddy, manager, startsOn } = run;
  await staffing.lookUp([buddy.personId, manager.personId, ...personsIn(template)]);
  const earlier = sinceLeft && {
    ...{ leftOn: sinceLeft.leftOn, departmentName: sinceLeft.fromDepartment, position: sinceLeft.fromPosition },
  };
  const joiner = { ...run, earlier, managerPersonId: manager.personId };
  const owners = { ...(await staffing.ownersFor(joiner, ownersIn(template), buddy.personId)), hr: run.startedBy };
  const role = unfilledRole(template.activities, owners, staffing.persons);
  if (role !== null) return refuse('role_unfilled', { role });
  const begun = { joiner: { ...joiner, startsOn }, owners, persons: staffing.persons, now: instant(now) };
  const after = await changeRun(run, requestId, (one) => reapplied(one, template, begun), now);
  return { run: seen(after, viewerOf(caller), now), added: after.activities.length - run.activities.length };
};
