import type * as z from 'zod';
import type { $ZodCheck, $ZodType } from 'zod/v4/core';

const settled = ['boolean', 'enum', 'literal', 'null', 'undefined', 'never'];
const around = ['optional', 'nullable', 'default', 'prefault', 'nonoptional', 'readonly', 'catch'];

const inner = (definition: object, name: string): $ZodType[] => {
  const value: unknown = Reflect.get(definition, name);
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is $ZodType => typeof one === 'object' && '_zod' in one,
  );
};

/** What a schema checks: by itself as a format (`z.int()`, `z.iso.date()`), and by the checks added to it. */
const checksOf = ({ _zod: { def } }: $ZodType): object[] => {
  const added: readonly $ZodCheck<never>[] = Reflect.get(def, 'checks') ?? [];
  return [def, ...added.map((check) => check._zod.def)];
};
const checkNames = (schema: $ZodType) => checksOf(schema).map((check): unknown => Reflect.get(check, 'check'));

/** Whether a pattern covers the whole string and repeats nothing without end. */
function isBounded(pattern: RegExp): boolean {
  const bare = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return bare.startsWith('^') && bare.endsWith('$') && !/[*+]|\{\d+,\}/.test(bare);
}

function isBoundedString(schema: $ZodType): boolean {
  if (checkNames(schema).some((name) => name === 'max_length' || name === 'length_equals')) return true;
  const patterns = checksOf(schema).map((check): unknown => Reflect.get(check, 'pattern'));
  return patterns.some((pattern) => pattern instanceof RegExp && isBounded(pattern));
}

function isBoundedNumber(schema: $ZodType): boolean {
  const names = checkNames(schema);
  return names.includes('less_than') && names.includes('greater_than');
}

/** The paths inside an input's schema at which somebody could send too much, or something that nobody named. */
export function unboundedIn(schema: z.ZodType | $ZodType, path = ''): string[] {
  const { def } = schema._zod;
  const into = (name: string, step = '') => inner(def, name).flatMap((child) => unboundedIn(child, path + step));
  if (settled.includes(def.type)) return [];
  if (around.includes(def.type)) return into('innerType');
  switch (def.type) {
    case 'object': {
      const isStrict = inner(def, 'catchall').some((catchall) => catchall._zod.def.type === 'never');
      const shape: Record<string, $ZodType> = Reflect.get(def, 'shape');
      const fields = Object.entries(shape).flatMap(([name, field]) => unboundedIn(field, `${path}.${name}`));
      return [...(isStrict ? [] : [`${path} takes unknown keys`]), ...fields];
    }
    case 'array':
      return [...(checkNames(schema).includes('max_length') ? [] : [`${path} array`]), ...into('element', '[]')];
    case 'string':
      return isBoundedString(schema) ? [] : [`${path} string`];
    case 'number':
      return isBoundedNumber(schema) ? [] : [`${path} number`];
    case 'pipe':
      return into('in');
    case 'union':
      return into('options');
    default:
      return [`${path} ${def.type}`];
  }
}
