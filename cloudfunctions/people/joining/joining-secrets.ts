import { keyed } from '../../platform/secret';

/** Letters and digits that nobody confuses when they are said aloud: 32 signs, five bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 8;
const tokenLength = 22;

/**
 * The code and token of one request, always the same for the same request, so that a repeat can show them again
 * although only their fingerprints are stored.
 */
export function codeFor(employmentId: string, requestId: string): { code: string; token: string } {
  const seed = Buffer.from(keyed('joiningCode', JSON.stringify(['code', employmentId, requestId])), 'base64url');
  const code = [...seed.subarray(0, codeLength)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  const token = keyed('joiningToken', JSON.stringify(['token', employmentId, requestId])).slice(0, tokenLength);
  return { code, token };
}

/** Bound to the employment: the same eight signs under another number mean nothing. */
export const codeHashOf = (employmentId: string, code: string) =>
  keyed('joiningCode', JSON.stringify(['hash', employmentId, code.toUpperCase()]));

export const tokenHashOf = (token: string) => keyed('joiningToken', JSON.stringify(['hash', token]));
