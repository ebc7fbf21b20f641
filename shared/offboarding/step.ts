import { Id, RequestId } from '../kernel/scalar';

/** Which leaving a call is about. */
export const one = { separationId: Id };
/** A step of one leaving. */
export const step = { ...one, requestId: RequestId };
/** How every step may be refused that is not the leaver's own. */
export const stepRefusals = [
  'leaving_not_found',
  'leaving_step_passed',
  'own_leaving_kept',
  'request_id_reused',
] as const;
