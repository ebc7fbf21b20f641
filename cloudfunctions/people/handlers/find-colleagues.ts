import { dayOf } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { colleagueStatuses, worksHere } from '../rules/works-here';
import { store } from '../store';

const mostShown = 20;

export const findColleagues: Handler<PeopleContract['findColleagues']> = async ({ search }, { now }) => {
  const today = dayOf(now);
  const found = await store.employments.list({
    where: { byName: is.startingWith(search.toLowerCase()), status: is.among(colleagueStatuses) },
    sortedBy: 'byName',
    limit: mostShown,
  });
  const here = found.filter((employment) => worksHere(employment, today));
  return {
    items: here.map(({ personId, personName: name, departmentName, position }) => ({
      ...{ personId, name, departmentName, position },
    })),
  };
};
