import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { settleLearnings } from '../enrolling/settle-learning';

/** What the timer does each minute: what was cut off, then what is to be told. */
export const minute: Job = async (now) => ({ told: await settleLearnings(minutesAfter(now, -1), now) });
