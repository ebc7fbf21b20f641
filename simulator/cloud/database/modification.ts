import { randomBytes } from 'node:crypto';
import { refuseRequest } from '../cloud-error';
import { applyUpdate } from './apply-update';
import { copyDocument, type Document, isDocument } from './document';
import { checkFieldNames } from './field-names';
import type { SearchCost } from './find-documents';

/** How documents are changed. */
export interface Modification {
  filter: Document;
  /** Operators, or with `replace` the whole new document. */
  update: Document;
  replace: boolean;
  /** All matching documents instead of the first. */
  multi: boolean;
  upsert: boolean;
}

/** What a change did. */
export interface ModificationResult {
  /** Documents that matched, also when they already were as wanted: the official tests of `set` expect it. */
  updated: number;
  upsertedId?: unknown;
  /** The first matching document, as it is now. */
  document?: Document;
  cost: SearchCost;
}

/** The document after the change; the given one is left alone. */
export function changeDocument(document: Document, { update, replace, filter }: Modification, now: Date): Document {
  if (replace) return { _id: document._id, ...copyDocument(update) };
  return applyUpdate(document, update, { filter, now });
}

/** The document that an upsert inserts: it starts from the values the filter asks for. */
export function upsertedDocument({ filter, update, replace }: Modification, now: Date): Document {
  if (replace) return completeDocument({ ...('_id' in filter ? { _id: filter._id } : {}), ...copyDocument(update) });
  const equal = Object.entries(filter).filter(([path, value]) => !path.startsWith('$') && !isDocument(value));
  const start = applyUpdate({}, { $set: Object.fromEntries(equal) }, { filter, now });
  return completeDocument(applyUpdate(start, update, { filter, now, inserting: true }));
}

/** The document with its `_id` first, as MongoDB stores it; a missing one is made, 32 hexadecimal digits. */
export function completeDocument(document: Document): Document {
  checkFieldNames(document);
  const { _id: id, ...fields } = document;
  if (Array.isArray(id) || id instanceof RegExp || id === null) {
    refuseRequest("The '_id' value cannot be an array, a regular expression or null.");
  }
  return { _id: id ?? makeId(), ...fields };
}

function makeId(): string {
  const seconds = Math.floor(Date.now() / 1000);
  return seconds.toString(16).padStart(8, '0') + randomBytes(12).toString('hex');
}
