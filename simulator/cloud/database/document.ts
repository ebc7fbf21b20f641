/** A document as held in memory: plain JSON values, Date, RegExp and the BSON types of `bson` 4. */
export type Document = Record<string, unknown>;

/** True for a plain object: an embedded document, as opposed to arrays, dates and BSON values. */
export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** True for an object whose first key is an operator, such as `{ $gt: 1 }`. */
export function isOperatorExpression(value: unknown): value is Document {
  return isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

/** A deep copy: documents are never shared between the store and a caller. */
export function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (!isDocument(value)) return value;
  return copyDocument(value);
}

/** A deep copy of one document. */
export function copyDocument(document: Document): Document {
  const copy: Document = {};
  for (const field of Object.keys(document)) copy[field] = copyValue(document[field]);
  return copy;
}
