import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { hearNotice } from '../notices';

export const endEmployment: Handler<PeopleContract['endEmployment']> = ({ employmentId, relievingDate, at }) =>
  hearNotice(employmentId, { what: 'end', relievingDate }, at);
