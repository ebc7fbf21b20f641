import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const listDepartments: Handler<PeopleContract['listDepartments']> = async () => ({
  items: await store.departments.list({ where: { name: is.above('') }, sortedBy: 'name', limit: 500 }),
});
