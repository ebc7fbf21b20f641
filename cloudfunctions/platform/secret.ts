import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Each use has a key of its own, so that a value made for one purpose never passes for another. */
export type SecretPurpose =
  | 'certificateCode'
  | 'callerKey'
  | 'joiningCode'
  | 'joiningToken'
  | 'systemCall'
  | 'blindIndex'
  | 'checkIn'
  | 'paperCode';

const derived = new Map<string, Buffer>();

function keyFor(purpose: SecretPurpose): Buffer {
  const secret = process.env.TONGLU_SECRET;
  if (!secret || secret.length < 32) throw new Error('TONGLU_SECRET is missing or shorter than 32 characters');
  const name = `${purpose}:${secret}`;
  const key = derived.get(name) ?? Buffer.from(hkdfSync('sha256', secret, 'tonglu', purpose, 32));
  derived.set(name, key);
  return key;
}

/** A keyed fingerprint of a value, 43 characters of base64url: the same value always gives the same one. */
export function keyed(purpose: SecretPurpose, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest('base64url');
}

/** Compares two fingerprints without telling by time how much of them agrees. */
export function sameFingerprint(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes as letters and digits that are not mistaken for each other: five bits of each byte. */
export const lettersOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => letters.charAt(byte % letters.length)).join('');

/** So many letters of a value's keyed fingerprint, at most 32, for people to type and phones to scan. */
export const keyedLetters = (purpose: SecretPurpose, value: string, count: number): string =>
  lettersOf(Buffer.from(keyed(purpose, value), 'base64url').subarray(0, count));
