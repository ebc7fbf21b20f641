import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { hearNotice } from '../notices';

export const cancelNotice: Handler<PeopleContract['cancelNotice']> = ({ employmentId, at }) =>
  hearNotice(employmentId, { what: 'cancel' }, at);
