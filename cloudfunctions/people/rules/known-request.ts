import { refuse } from '../../../shared/refusal';

/** Whether a request was carried out already. The same id for something else is refused, never executed. */
export function isKnownRequest(
  requests: readonly { id: string; what: string }[],
  requestId: string,
  what: string,
): boolean {
  const known = requests.find(({ id }) => id === requestId);
  if (known !== undefined && known.what !== what) refuse('request_id_reused');
  return known !== undefined;
}
