import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { hearNotice } from '../notices';

export const setNotice: Handler<PeopleContract['setNotice']> = ({ employmentId, relievingDate, at }) =>
  hearNotice(employmentId, { what: 'set', relievingDate }, at);
