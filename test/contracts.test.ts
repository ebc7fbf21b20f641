import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { contracts } from '../shared/contracts';
import type { CallDefinition } from '../shared/kernel/contract';
import { roleNames } from '../shared/kernel/role';
import { RequestId } from '../shared/kernel/scalar';
import { personalRecords, withoutPersons } from '../shared/personal-data';
import { refusalCodes } from '../shared/refusal';
import { root } from './source-tree';
import { unboundedIn } from './unbounded-in';

const calls = Object.entries(contracts).flatMap(([context, definitions]) =>
  Object.entries<CallDefinition>(definitions).map(([call, definition]) => ({
    name: `${context}.${call}`,
    definition,
    shape: definition.input instanceof z.ZodObject ? definition.input.shape : null,
  })),
);

describe.each(calls)('$name', ({ definition, shape }) => {
  it('says who may call it, and lets nobody in twice', () => {
    expect(definition.roles.length).toBeGreaterThan(0);
    expect(new Set(definition.roles).size).toBe(definition.roles.length);
    expect(definition.roles.filter((role) => !roleNames.includes(role))).toEqual([]);
  });

  it('is not open to people when our own functions call it', () => {
    if (definition.roles.includes('system')) expect(definition.roles).toEqual(['system']);
  });

  it('takes an object that refuses unknown keys, with everything in it bounded', () => {
    expect(shape).not.toBeNull();
    expect(unboundedIn(definition.input)).toEqual([]);
    expect(definition.input.safeParse(JSON.parse('{"unknown":1}')).success).toBe(false);
  });

  it('carries a request id when it changes something, and none when it only reads', () => {
    const requestId = shape?.requestId;
    if (definition.kind === 'read') expect(requestId).toBeUndefined();
    else expect(requestId).toBe(RequestId);
  });

  it('names refusals that exist, each once', () => {
    expect(definition.refusals.filter((code) => !refusalCodes.includes(code))).toEqual([]);
    expect(new Set(definition.refusals).size).toBe(definition.refusals.length);
  });
});

describe('the walk over schemas finds what is unbounded', () => {
  it.each([
    ['a loose object', z.object({ a: z.boolean() })],
    ['a string', z.strictObject({ a: z.string() })],
    ['a string whose pattern repeats without end', z.strictObject({ a: z.string().regex(/^[a-z]+$/) })],
    ['a string whose pattern is not anchored', z.strictObject({ a: z.string().regex(/[a-z]{1,3}/) })],
    ['a number', z.strictObject({ a: z.number() })],
    ['a number with one bound', z.strictObject({ a: z.int().min(0) })],
    ['an array', z.strictObject({ a: z.array(z.boolean()) })],
    ['a string deep inside', z.strictObject({ a: z.array(z.strictObject({ b: z.string().nullable() })).max(3) })],
    ['anything', z.strictObject({ a: z.unknown() })],
    ['a record', z.strictObject({ a: z.record(z.string().max(3), z.boolean()) })],
  ])('%s', (_, schema) => {
    expect(unboundedIn(schema)).not.toEqual([]);
  });

  it('and is content with what is bounded', () => {
    const bounded = z.strictObject({
      a: z.string().max(3).optional(),
      b: z.int().min(0).max(9).default(1),
      c: z.array(z.enum(['x'])).max(2),
      d: z.iso.date().nullable(),
    });
    expect(unboundedIn(bounded)).toEqual([]);
  });
});

/** What CloudBase takes. */
const mostIndexes = 20;
type Collections = Record<string, { indexes?: { name: string; keys: unknown }[] }>;

const collectionsOf = (context: string): Collections => {
  const file = join(root, 'cloudfunctions', context, 'function.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { collections: Collections }).collections;
};

describe('indexes', () => {
  const all = Object.keys(contracts).flatMap((context) => Object.entries(collectionsOf(context)));

  it.each(all)('%s has each of them once, by name and by keys, and not more than the platform takes', (_, declared) => {
    const { indexes = [] } = declared;
    expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
    expect(new Set(indexes.map(({ keys }) => JSON.stringify(keys))).size).toBe(indexes.length);
    expect(indexes.length).toBeLessThanOrEqual(mostIndexes);
  });
});

describe('personal data', () => {
  const declared = () => Object.keys(contracts).flatMap((context) => Object.keys(collectionsOf(context)));

  it('of every collection somebody said whether it knows people', () => {
    const known = [...Object.keys(personalRecords), ...Object.keys(withoutPersons)];
    expect(declared().filter((collection) => !known.includes(collection))).toEqual([]);
    expect(known.filter((collection) => !declared().includes(collection))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it.each(Object.entries(personalRecords))('%s says what, why, until when, and who sees it', (_, record) => {
    for (const text of [record.what, record.why, record.until]) expect(text).toMatch(/\p{Script=Han}/u);
    expect(record.seenBy.length).toBeGreaterThan(0);
    expect(record.personFields.length).toBeGreaterThan(0);
  });
});
