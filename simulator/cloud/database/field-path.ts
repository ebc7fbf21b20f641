import { refuseRequest } from '../cloud-error';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { encodeEjson } from './ejson';

const NUMERIC = /^(0|[1-9]\d*)$/;

/** An array is not padded with nulls beyond this: MongoDB's limit for an index written past the end. */
const MAX_PADDING = 1_500_000;

/** The value at a path, arrays only by index; `undefined` when it is not there. */
export function readPath(document: Document, path: string): unknown {
  let value: unknown = document;
  for (const part of path.split('.')) {
    if (Array.isArray(value) && NUMERIC.test(part)) value = value[Number(part)];
    else if (isDocument(value) && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}

/** Writes a value at a path and creates the embedded documents on the way; refuses to pass through a scalar. */
export function writePath(document: Document, path: string, value: unknown): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let holder: unknown = document;
  for (const part of parts) {
    const inner = readStep(holder, part);
    const next: unknown = inner ?? {};
    if (inner === undefined) writeStep(holder, part, next, document, path);
    holder = next;
  }
  writeStep(holder, last, value, document, path);
}

function readStep(holder: unknown, part: string): unknown {
  if (Array.isArray(holder)) return NUMERIC.test(part) ? holder[Number(part)] : undefined;
  return isDocument(holder) && Object.hasOwn(holder, part) ? holder[part] : undefined;
}

function writeStep(holder: unknown, part: string, value: unknown, document: Document, path: string): void {
  if (part === '') refuseRequest(`The update path '${path}' contains an empty field name, which is not allowed.`);
  if (isDocument(holder)) {
    holder[part] = value;
    return;
  }
  if (Array.isArray(holder) && NUMERIC.test(part) && Number(part) < holder.length + MAX_PADDING) {
    while (holder.length < Number(part)) holder.push(null);
    holder[Number(part)] = value;
    return;
  }
  refuseRequest(
    `Cannot create field '${part}' in element ${encodeEjson({ [path]: holder })} of _id ${encodeEjson(document._id)}`,
  );
}

/** Removes a path; an element of an array becomes null instead, as MongoDB does. */
export function erasePath(document: Document, path: string): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  const holder = parts.length === 0 ? document : readPath(document, parts.join('.'));
  if (Array.isArray(holder) && NUMERIC.test(last) && Number(last) < holder.length) holder[Number(last)] = null;
  else if (isDocument(holder)) delete holder[last];
}

/** Replaces `$` by the index that the filter matched and `$[]` by every index. */
export function expandPositions(document: Document, path: string, filter: Document): string[] {
  const parts = path.split('.');
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at === -1) return [path];
  const before = parts.slice(0, at).join('.');
  const list = before === '' ? undefined : readPath(document, before);
  if (!Array.isArray(list)) refuseRequest(`Cannot apply array updates to non-array element at path '${before}'`);
  const after = parts.slice(at + 1);
  const join = (index: number) => [before, index, ...after].join('.');
  if (parts[at] === '$[]') return list.flatMap((_, index) => expandPositions(document, join(index), filter));
  if (parts[at] !== '$') refuseRequest(`No array filter found for identifier in path '${path}'`);
  return expandPositions(document, join(matchedIndex(list, before, filter)), filter);
}

/** The first element that meets every condition of the filter on this array. */
function matchedIndex(list: unknown[], path: string, filter: Document): number {
  const conditions = conditionsOn(path, filter);
  const [top = path, ...rest] = path.split('.');
  const nest = (element: unknown): Document => ({
    [top]: rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), [element]),
  });
  const matches = conditions.length === 0 ? undefined : compileFilter({ $and: conditions });
  const found = matches === undefined ? -1 : list.findIndex((element) => matches(nest(element)));
  if (found === -1) refuseRequest('The positional operator did not find the match needed from the query.');
  return found;
}

function conditionsOn(path: string, filter: Document): Document[] {
  return Object.entries(filter).flatMap(([key, condition]): Document[] => {
    if (key === '$and' && Array.isArray(condition))
      return condition.filter(isDocument).flatMap((part) => conditionsOn(path, part));
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: condition }] : [];
  });
}
