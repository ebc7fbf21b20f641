import type { Index } from './catalog';
import type { Document } from './document';
import { MISSING, valuesAt } from './path-values';
import { encodeKey } from './sort-key';

/** The keys under which a document stands in an index. */
export interface IndexKeys {
  keys: Buffer[];
  /** Under which paths an array was met. */
  arrays: boolean[];
}

/**
 * One key per combination of values; an array stands under each of its elements and as a whole, so that every
 * condition MongoDB could match is found. A missing field stands as null.
 */
export function indexKeys(document: Document, index: Index): IndexKeys {
  const arrays = index.paths.map(() => false);
  const columns = index.paths.map((path, position) => {
    const values = valuesAt(document, path);
    const column: unknown[] = [];
    for (const value of values) {
      column.push(value === MISSING ? null : value);
      if (Array.isArray(value)) {
        arrays[position] = true;
        column.push(...(value as unknown[]));
      }
    }
    if (values.length !== 1) arrays[position] = true;
    return column.length === 0 ? [null] : column;
  });
  const seen = new Map<string, Buffer>();
  for (const combination of combine(columns)) {
    const key = encodeKey(combination, index.descending);
    seen.set(key.toString('latin1'), key);
  }
  return { keys: [...seen.values()], arrays };
}

/** Every choice of one value per column. */
export function combine(columns: readonly (readonly unknown[])[]): unknown[][] {
  let combinations: unknown[][] = [[]];
  for (const column of columns) {
    combinations = combinations.flatMap((chosen) => column.map((value) => [...chosen, value]));
  }
  return combinations;
}
