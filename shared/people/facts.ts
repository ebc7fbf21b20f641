import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';

/** Somebody bound their WeChat to their employment for the first time. `factId` is the receiver's idempotency key. */
export const PersonJoined = z.strictObject({ factId: Id, personId: Id, employmentId: Id, at: Instant });
export type PersonJoined = z.infer<typeof PersonJoined>;
