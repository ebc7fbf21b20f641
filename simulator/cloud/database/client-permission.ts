import { CloudError } from '../cloud-error';
import type { CollectionPermission } from '../function-declaration';
import { readRule } from './access-rule';
import { compileFilter } from './compile-filter';
import { type Document, isDocument } from './document';

/** What a program asks for from the phone, without a function between. */
export type ClientAction = 'read' | 'create' | 'update' | 'delete';

/** What the decision is about: one document, or the condition under which documents are looked for. */
export type Subject = { document: Document } | { query: Document };

/** Whose documents each preset opens: everybody's, one's own, or nobody's. */
const PRESETS = {
  READONLY: { read: 'all', create: 'own', update: 'own', delete: 'own' },
  PRIVATE: { read: 'own', create: 'own', update: 'own', delete: 'own' },
  ADMINWRITE: { read: 'all', create: 'none', update: 'none', delete: 'none' },
  ADMINONLY: { read: 'none', create: 'none', update: 'none', delete: 'none' },
} as const;

/**
 * Whether the phone of `openId` may do this. A query may when every document it could find may: it has to fix the
 * fields that the permission looks at to single values.
 */
export function mayClient(
  action: ClientAction,
  permission: CollectionPermission | undefined,
  openId: string,
  subject: Subject,
): boolean {
  const rule = ruleFor(action, permission);
  if (typeof rule === 'boolean') return rule;
  const { filter, fields } = readRule(rule, openId);
  const document = 'document' in subject ? subject.document : fixedValues(subject.query);
  if ('query' in subject && ![...fields].every((field) => Object.hasOwn(document, field))) return false;
  // The values that a query fixes stand under their whole path.
  const flat = 'query' in subject ? nest(document) : document;
  return compileFilter(filter)(flat);
}

/** What the platform adds to a query by itself: presets show of a collection what is one's own. */
export function ownCondition(
  action: ClientAction,
  permission: CollectionPermission | undefined,
  openId: string,
): Document {
  const isPreset = typeof permission === 'string';
  return isPreset && PRESETS[permission][action] === 'own' ? { _openid: openId } : {};
}

/** Refuses a permission that could not be decided later: an unknown preset, a rule that is not understood. */
export function checkPermission(collection: string, permission: CollectionPermission | undefined): void {
  if (typeof permission === 'string' && !Object.hasOwn(PRESETS, permission)) {
    const known = Object.keys(PRESETS).join(', ');
    throw new CloudError('INVALID_PARAM', `${collection} declares the permission ${permission}; known are ${known}.`);
  }
  if (typeof permission !== 'object') return;
  for (const rule of Object.values(permission)) if (typeof rule === 'string') readRule(rule, '');
}

const OWN = 'doc._openid == auth.openid';

function ruleFor(action: ClientAction, permission: CollectionPermission = 'ADMINONLY'): boolean | string {
  if (typeof permission === 'string') {
    const whose = PRESETS[permission][action];
    return whose === 'own' ? OWN : whose === 'all';
  }
  return permission[action] ?? (action === 'read' ? false : (permission.write ?? false));
}

/** The fields that a query fixes to one value, by their paths. */
function fixedValues(query: Document): Document {
  const fixed: Document = {};
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const part of condition.filter(isDocument)) Object.assign(fixed, fixedValues(part));
    } else if (!path.startsWith('$')) {
      const value = isDocument(condition) && Object.hasOwn(condition, '$eq') ? condition.$eq : condition;
      if (!isDocument(value) && !(value instanceof RegExp)) fixed[path] = value;
    }
  }
  return fixed;
}

function nest(values: Document): Document {
  const nested: Document = {};
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    let at = nested;
    for (const step of steps) {
      const inner = at[step];
      const next = isDocument(inner) ? inner : {};
      at[step] = next;
      at = next;
    }
    at[last] = value;
  }
  return nested;
}
