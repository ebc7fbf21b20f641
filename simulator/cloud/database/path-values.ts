import { type Document, isDocument } from './document';

/** Stands for a field that is not there, which null matches and `$exists: false` finds. */
export const MISSING: unique symbol = Symbol('missing');

const NUMERIC = /^(0|[1-9]\d*)$/;

/**
 * All values a dotted path leads to in a document, as MongoDB walks it: arrays on the way are entered (and may be
 * indexed), a scalar on the way counts as a missing field, array elements that are scalars lead nowhere.
 */
export function valuesAt(document: Document, path: string): unknown[] {
  if (!path.includes('.')) {
    return [Object.hasOwn(document, path) && document[path] !== undefined ? document[path] : MISSING];
  }
  const found: unknown[] = [];
  walk(document, path.split('.'), 0, found);
  return found;
}

function walk(value: unknown, parts: readonly string[], depth: number, found: unknown[]): void {
  const part = parts[depth];
  if (part === undefined) {
    found.push(value === undefined ? MISSING : value);
    return;
  }
  if (Array.isArray(value)) {
    if (NUMERIC.test(part) && Number(part) < value.length) walk(value[Number(part)], parts, depth + 1, found);
    for (const item of value) {
      if (isDocument(item)) walk(item, parts, depth, found);
    }
    return;
  }
  if (isDocument(value) && Object.hasOwn(value, part)) walk(value[part], parts, depth + 1, found);
  else found.push(MISSING);
}
