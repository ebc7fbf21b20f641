import type { ActivitiesContract } from '../../../shared/activities/contract';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

export const countAttended: Handler<ActivitiesContract['countAttended']> = async ({ personId }) => ({
  attended: await store.enrolments.count({ personId, isAttended: true }),
});
