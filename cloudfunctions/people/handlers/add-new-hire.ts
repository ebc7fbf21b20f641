import { dayOf, instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { mustKnowBranch } from '../branches';
import { employmentIdOf, personIdOf } from '../documents';
import { ensureDepartment, managerOf, openStint, welcomeBack, writeNewPerson } from '../hiring';
import { takeGrants } from '../notices';
import { latestEmployments } from '../roster/known-people';
import { nextStint } from '../rules/hire';
import { store } from '../store';

export const addNewHire: Handler<PeopleContract['addNewHire']> = async (input, { caller, now }) => {
  const { name, employeeNumber, departmentName, position, branchId, dateOfJoining, managerPersonId } = input;
  const { phone, isReturn, requestId } = input;
  const today = dayOf(now);
  if (!reaches(caller.reach, branchId)) return refuse('branch_out_of_reach');
  const latest = (await latestEmployments([employeeNumber])).get(employeeNumber) ?? null;
  if (latest?.hireRequests?.includes(requestId)) {
    if (latest.personName !== name || latest.branchId !== branchId) return refuse('request_id_reused');
    await welcomeBack(latest);
    return { personId: latest.personId, employmentId: latest._id, stint: latest.stint };
  }
  await mustKnowBranch(branchId);
  if (dateOfJoining < today) return refuse('first_day_past');
  const stint = nextStint(latest, isReturn, today);
  if (typeof stint === 'string') return refuse(stint);
  const manager = await managerOf(managerPersonId, today);
  const departmentId = await ensureDepartment(departmentName);
  const personId = latest?.personId ?? personIdOf(employeeNumber);
  const employmentId = employmentIdOf(employeeNumber, stint);
  if (latest === null) await writeNewPerson({ employeeNumber, name, phone: phone?.replace(/[ -]/g, '') ?? null }, now);
  // What somebody was allowed before does not come back with them, however their leaving was written down.
  else await takeGrants(personId);
  // Who returns keeps the name that their record knows them by.
  const personName = latest?.personName ?? name;
  const isOpened = await openStint(
    {
      ...{ _id: employmentId, personId, personName, employeeNumber, stint, branchId, departmentId, departmentName },
      ...{ position, status: 'preboarding', dateOfJoining, relievingDate: null, exitReason: null },
      ...{ managerName: manager.personName, managerEmploymentId: manager._id, version: 1, createdAt: instant(now) },
    },
    requestId,
  );
  if (!isOpened) {
    const there = await store.employments.read(employmentId);
    if (!there?.hireRequests?.includes(requestId)) return refuse('employee_number_taken');
  }
  await welcomeBack({ personId, stint });
  return { personId, employmentId, stint };
};
