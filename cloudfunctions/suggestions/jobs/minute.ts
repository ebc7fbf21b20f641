import type { Job } from '../../platform/serve';
import { settleOwed } from '../duties/settle-duties';

/** Each minute: tasks, messages, points and counts that changes left to do. */
export const minute: Job = async (now) => ({ settled: await settleOwed(now) });
