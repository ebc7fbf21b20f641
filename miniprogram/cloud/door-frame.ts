import type { Role } from '../../shared/kernel/role';
import type { Me } from '../../shared/people/model';
import { type Frame, ready } from './frame';
import { refusalText } from './refusal-text';

/**
 * How a form stands that reads nothing: there for who holds one of these roles, as far as the phone knows, and for
 * others why not. What is sent is decided by the cloud.
 */
export function doorFrame({ roles, person }: Me, open: readonly Role[]): Frame {
  if (roles.some((role) => open.includes(role))) return ready;
  const problem = refusalText({ code: person ? 'not_allowed' : 'not_signed_in' });
  return { state: 'failed', problem, mayRetry: false, updatedAt: '' };
}
