import * as z from 'zod';
import { typedText } from '../../shared/kernel/scalar';

type Schema = z.core.$ZodType;

/** The schemas that may stand at one place of an input: optional, nullable and piped ones are looked into. */
function openings(schema: Schema): Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return [schema, ...openings(schema.unwrap())];
  }
  if (schema instanceof z.ZodPipe) return [schema, ...openings(schema.in), ...openings(schema.out)];
  if (schema instanceof z.ZodUnion) return [schema, ...schema.options.flatMap(openings)];
  return [schema];
}

/** What a contract says about one field of an input. */
export function schemasAt(schema: Schema, path: readonly (string | number)[]): Schema[] {
  let here = openings(schema);
  for (const key of path) {
    here = here
      .flatMap((one) => {
        if (one instanceof z.ZodObject) return one.shape[key] ?? [];
        return one instanceof z.ZodArray ? [one.element] : [];
      })
      .flatMap(openings);
  }
  return here;
}

/** Whether people may type whatever they like here: a path or a dollar sign in it is then only text. */
export const isTyped = (schemas: readonly Schema[]) =>
  schemas.some((schema) => typedText.get(schema as z.ZodType) !== undefined);

/** The smallest number that may stand here; null where none may. */
export function smallestAt(schemas: readonly Schema[]): number | null {
  const numbers = schemas.flatMap((schema) => (schema instanceof z.ZodNumber ? [schema.minValue ?? -Infinity] : []));
  return numbers.length > 0 ? Math.min(...numbers) : null;
}
