import { randomBytes } from 'node:crypto';
import { seal, unseal } from './sealed';

const key = () => randomBytes(32).toString('base64');
const phone = { collection: 'persons', id: 'p-1', field: 'phone' };
const [first, second] = [key(), key()];

beforeEach(() => {
  process.env.TONGLU_FIELD_KEYS = `k1:${first}`;
});

const flipped = (sealed: string, part: number) => {
  const parts = sealed.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
};

test('what was sealed opens in its own place', () => {
  expect(unseal(seal('13800138000', phone), phone)).toBe('13800138000');
});

test('the same phone sealed twice looks different, so that equal phones cannot be told from the database', () => {
  expect(seal('13800138000', phone)).not.toBe(seal('13800138000', phone));
});

test.each([
  ['iv', 2],
  ['ciphertext', 3],
  ['tag', 4],
])('a flipped bit in the %s is refused', (_part, index) => {
  expect(() => unseal(flipped(seal('13800138000', phone), index), phone)).toThrow();
});

test.each([
  ['another document', { ...phone, id: 'p-2' }],
  ['another field', { ...phone, field: 'bankCard' }],
  ['another collection', { ...phone, collection: 'employments' }],
])('a value moved to %s is refused', (_where, place) => {
  expect(() => unseal(seal('13800138000', phone), place)).toThrow();
});

test('a shortened tag is refused, so that guessing one byte is never enough', () => {
  const parts = seal('13800138000', phone).split('.');
  parts[4] = Buffer.from(parts[4] ?? '', 'base64url')
    .subarray(0, 4)
    .toString('base64url');
  expect(() => unseal(parts.join('.'), phone)).toThrow();
});

test('after a rotation new values use the new key and old ones still open, until the old key is gone', () => {
  const old = seal('13800138000', phone);
  process.env.TONGLU_FIELD_KEYS = `k2:${second},k1:${first}`;
  expect(unseal(old, phone)).toBe('13800138000');
  expect(seal('13900139000', phone)).toMatch(/^v1\.k2\./);
  process.env.TONGLU_FIELD_KEYS = `k2:${second}`;
  expect(() => unseal(old, phone)).toThrow(/unknown form or key/);
});

test('a key of the wrong length and an empty key list are refused with a sentence', () => {
  process.env.TONGLU_FIELD_KEYS = 'k1:c2hvcnQ=';
  expect(() => seal('x', phone)).toThrow(/not 32 bytes/);
  process.env.TONGLU_FIELD_KEYS = '';
  expect(() => seal('x', phone)).toThrow(/names no key/);
});
