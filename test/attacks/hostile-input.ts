import * as z from 'zod';
import type { CallDefinition } from '../../shared/kernel/contract';
import { isTyped, schemasAt, smallestAt } from './schema-at';

/** One input that must be refused, and what it tries. */
export interface Hostile {
  what: string;
  input: unknown;
}

const deep = (depth: number): unknown => (depth === 0 ? 'x' : { a: deep(depth - 1) });

/** A2 */
const operators: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $in: ['a'] },
  { $or: [{}] },
  { $regex: '.*' },
  { $where: '1' },
  { $set: { balance: 9 } },
  { $inc: 1 },
  { _id: { $gt: '' } },
  { 'a.b': 1 },
  { _internalType: 'command', operator: 'gt', operands: [''] },
];

/** A7 */
const tooMuch: readonly unknown[] = ['x'.repeat(1_000_000), `${'a'.repeat(50_000)}!`, '-'.repeat(50_000), deep(200)];

/** A6, for what is a number. */
const noQuantity: readonly unknown[] = [-1, 1e308, 'NaN', '1', 2 ** 53, 0.5, [1], { valueOf: 1 }, 1e9, true];

/** A5 and A11, for what is an id, a code or a path. */
const noName: readonly unknown[] = [
  '../../etc/passwd',
  '__proto__/x',
  'a b',
  'a\u0000',
  '%2e%2e',
  '$where',
  '',
  7,
  true,
];

type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every place in an input that holds a value. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value) ? [...value.entries()].slice(0, 1) : isObject(value) ? Object.entries(value) : [];
  const below = inside.flatMap(([key, child]) => placesIn(child, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((child, index) => (index === key ? replaced(child, rest, by) : child));
  const holder = isObject(value) ? value : {};
  return { ...holder, [key]: replaced(holder[key], rest, by) };
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inside, key) => (Array.isArray(inside) || isObject(inside) ? Reflect.get(inside, key) : undefined),
    value,
  );

function hostileValues(schemas: ReturnType<typeof schemasAt>, present: unknown): readonly unknown[] {
  const always = [...operators, ...tooMuch];
  const smallest = smallestAt(schemas);
  if (Array.isArray(present)) return [...operators, Array.from({ length: 10_000 }, () => present[0] ?? 'x'), 'x'];
  if (isObject(present)) return [...tooMuch, [], 'x'];
  if (smallest !== null) return [...always, ...noQuantity.filter((value) => value !== -1 || smallest >= 0)];
  if (typeof present === 'boolean') return [...always, 'true', 1, null];
  if (isTyped(schemas)) return [...always, 7, true, ['x'], 'a\u0000b'];
  return [...always, ...noName, ['x']];
}

/** Fields that the sample leaves out are attacked too. */
function wholeInput({ input: schema }: CallDefinition, sample: object): object {
  const optional = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return { ...Object.fromEntries(optional.map((name) => [name, undefined])), ...sample };
}

/** The beginning of a value: a megabyte is not written down whole for each field that it is put into. */
function said(value: unknown): string {
  const beginning = typeof value === 'string' || Array.isArray(value) ? value.slice(0, 60) : value;
  return (JSON.stringify(beginning) ?? 'undefined').slice(0, 60);
}

/** A2, A5, A6, A7, A11: every field of a call's input replaced by what it must not be. */
export function hostileFields(definition: CallDefinition, sample: object): Hostile[] {
  const input = wholeInput(definition, sample);
  return placesIn(input).flatMap((path) =>
    hostileValues(schemasAt(definition.input, path), at(input, path)).map((value) => ({
      what: `${path.join('.')} = ${said(value)}`,
      input: replaced(input, path, value),
    })),
  );
}

/** A1, A3: properties that nobody asked for. */
const extras = {
  role: 'hr',
  roles: ['hr'],
  openId: 'seed-ys-0003',
  openid: 'seed-ys-0003',
  _openid: 'seed-ys-0003',
  _id: 'x',
  points: 1000,
  balance: 1000,
  price: 0,
  cost: 0,
  state: 'fulfilled',
  createdAt: '2020-01-01T00:00:00.000Z',
  constructor: { prototype: { admin: true } },
  $set: { balance: 1 },
};

/** A1, A3, A5: an input that is right, with something added. */
export function hostileExtras(sample: object): Hostile[] {
  const unknown = Object.entries(extras).filter(([name]) => !Object.hasOwn(sample, name));
  const added = unknown.map(([name, value]) => ({
    what: `+ ${name}`,
    input: { ...sample, [name]: value },
  }));
  const notObjects = [null, 'x', 7, [], [sample], true].map((input) => ({
    what: `input = ${JSON.stringify(input)}`.slice(0, 60),
    input,
  }));
  return [...added, ...notObjects];
}
