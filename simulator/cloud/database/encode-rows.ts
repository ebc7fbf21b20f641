import type { Document } from './document';
import { encodeForWire } from './ejson';
import { documentOf, type FoundRow } from './find-documents';
import { compileProjection } from './project-document';

/** What the wire and the tests see of rows, shaped by a projection. */
export function encodeRows(rows: FoundRow[], projection: Document): string[] {
  if (Object.keys(projection).length === 0) {
    return rows.map((row) => (row.text.includes('"$oid"') ? encodeForWire(documentOf(row)) : row.text));
  }
  const project = compileProjection(projection);
  return rows.map((row) => encodeForWire(project(documentOf(row))));
}
