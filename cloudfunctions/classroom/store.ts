import { collection } from '../platform/db';
import type { StoredSession } from './documents';

/** The collection of the classroom; its indexes are declared in function.json. */
export const store = { sessions: collection<StoredSession>('trainingSessions') };
