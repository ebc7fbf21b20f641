import { refuseRequest } from '../cloud-error';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';
import { evaluateExpression } from './expressions';

/** Shapes one document for the answer. */
export type Projection = (document: Document) => Document;

type Shape = Map<string, 'keep' | Shape>;

/** Compiles a projection: fields kept or left out, `$slice`, `$elemMatch`, computed fields. */
export function compileProjection(projection: Document): Projection {
  const entries = Object.entries(projection);
  const flags = entries.filter(([path, value]) => path !== '_id' && isFlag(value));
  const keeps = flags.filter(([, value]) => isOn(value)).map(([path]) => path);
  const drops = flags.filter(([, value]) => !isOn(value)).map(([path]) => path);
  if (keeps.length > 0 && drops.length > 0)
    refuseRequest(`Cannot do exclusion on field ${drops[0]} in inclusion projection`);
  const computed = entries.filter(([, value]) => !isFlag(value));
  const onlySlices = computed.every(([, value]) => isDocument(value) && '$slice' in value);
  // `{ list: { $slice: 1 } }` alone keeps the other fields; `$elemMatch` and computed fields do not.
  const inclusive =
    keeps.length > 0 || !onlySlices || (flags.length === 0 && computed.length === 0 && isOn(projection._id));
  const idKept = !Object.hasOwn(projection, '_id') || isOn(projection._id);
  const shape = makeShape([
    ...(inclusive
      ? [...keeps, ...computed.filter(([, value]) => isDocument(value) && '$slice' in value).map(([path]) => path)]
      : drops),
  ]);
  return (document) => {
    const result = inclusive ? keepFields(document, shape) : dropFields(document, shape);
    if (inclusive && Object.hasOwn(document, '_id')) delete result._id;
    const withId = idKept && Object.hasOwn(document, '_id') ? { _id: document._id, ...result } : result;
    if (!idKept) delete withId._id;
    for (const [path, expression] of computed) applyComputed(withId, document, path, expression);
    return withId;
  };
}

function isFlag(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function isOn(value: unknown): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

function makeShape(paths: readonly string[]): Shape {
  const root: Shape = new Map();
  for (const path of paths) {
    let level = root;
    const parts = path.split('.');
    for (const [depth, part] of parts.entries()) {
      const known = level.get(part);
      if (known === 'keep' || depth === parts.length - 1) {
        level.set(part, 'keep');
        break;
      }
      const deeper = known ?? new Map();
      level.set(part, deeper);
      level = deeper;
    }
  }
  return root;
}

function keepFields(document: Document, shape: Shape): Document {
  const kept: Document = {};
  for (const field of Object.keys(document)) {
    const wanted = shape.get(field);
    if (wanted === 'keep') kept[field] = document[field];
    else if (wanted !== undefined) keepInside(kept, field, document[field], wanted);
  }
  return kept;
}

function keepInside(kept: Document, field: string, value: unknown, shape: Shape): void {
  if (isDocument(value)) kept[field] = keepFields(value, shape);
  else if (Array.isArray(value)) kept[field] = value.filter(isDocument).map((item) => keepFields(item, shape));
}

function dropFields(document: Document, shape: Shape): Document {
  const rest: Document = {};
  for (const field of Object.keys(document)) {
    const unwanted = shape.get(field);
    if (unwanted === 'keep') continue;
    rest[field] = unwanted === undefined ? document[field] : dropInside(document[field], unwanted);
  }
  return rest;
}

function dropInside(value: unknown, shape: Shape): unknown {
  if (isDocument(value)) return dropFields(value, shape);
  return Array.isArray(value) ? value.map((item: unknown) => dropInside(item, shape)) : value;
}

function applyComputed(result: Document, document: Document, path: string, expression: unknown): void {
  if (isDocument(expression) && '$slice' in expression) {
    const list = result[path];
    if (Array.isArray(list)) result[path] = sliceList(list, expression.$slice);
  } else if (isDocument(expression) && '$elemMatch' in expression) {
    const list = document[path];
    const match = Array.isArray(list) ? findElement(list, expression.$elemMatch) : undefined;
    if (match !== undefined) result[path] = [match];
  } else {
    const value = evaluateExpression(document, expression);
    if (value !== undefined) result[path] = value;
  }
}

function sliceList(list: unknown[], operand: unknown): unknown[] {
  const [skip, limit] = Array.isArray(operand) ? operand.map(Number) : [undefined, Number(operand)];
  if (limit === undefined || Number.isNaN(limit)) refuseRequest('$slice needs a number or two');
  if (skip === undefined) return limit < 0 ? list.slice(limit) : list.slice(0, limit);
  const from = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(from, from + limit);
}

function findElement(list: unknown[], condition: unknown): unknown {
  if (!isDocument(condition)) refuseRequest('$elemMatch needs an Object');
  const matches = compileFilter({ list: { $elemMatch: condition } });
  return list.find((item) => matches({ list: [item] }));
}
