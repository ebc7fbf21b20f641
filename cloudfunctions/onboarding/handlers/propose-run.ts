import type { OnboardingContract } from '../../../shared/onboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { runIdOf } from '../documents';
import { findJoiner, ownersIn, personsIn, presentTemplates, Staffing } from '../joiner';
import { chooseTemplate } from '../rules/choose-template';
import { store } from '../store';

export const proposeRun: Handler<OnboardingContract['proposeRun']> = async ({ personId }, { caller, now }) => {
  const joiner = await findJoiner(personId, caller, now);
  if (!joiner) return refuse('person_not_found');
  const [templates, run] = await Promise.all([presentTemplates(), store.runs.read(runIdOf(joiner.employmentId))]);
  const chosen = chooseTemplate(templates, joiner);
  const wanted = chosen ? ownersIn(chosen.template) : new Set<never>();
  const staffing = new Staffing(caller, now);
  await staffing.lookUp([
    ...(joiner.managerPersonId ? [joiner.managerPersonId] : []),
    ...(chosen ? personsIn(chosen.template) : []),
  ]);
  const owners = await staffing.ownersFor(joiner, wanted, null);
  const roles = [...new Set([...wanted, 'manager' as const])].flatMap((role) =>
    role === 'person' || role === 'buddy' ? [] : [role],
  );
  const { name, departmentName, position, stint, startsOn: dateOfJoining } = joiner;
  return {
    ...{ personId, name, departmentName, position, stint, dateOfJoining, runId: run?._id ?? null },
    template: chosen && {
      ...{ name: chosen.template.name, version: chosen.template.version, why: chosen.why },
      activities: chosen.template.activities.length,
    },
    owners: roles.map((owner) => ({ owner, name: owners[owner]?.name ?? null })),
  };
};
