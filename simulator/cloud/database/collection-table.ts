import { CloudError } from '../cloud-error';
import type { Catalog, Collection, Index } from './catalog';
import type { Document } from './document';
import { decodeDocument, encodeEjson } from './ejson';
import { indexKeys } from './index-keys';
import { encodeKey } from './sort-key';
import type { Sql } from './sql';

/** A stored document with its place in natural order. */
export interface StoredRow {
  seq: number;
  document: Document;
}

/** MongoDB's limit for one document is 16 MB; the platform's documentation names the same. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Writes documents and their index rows together; callers wrap it in one SQL transaction. */
export class CollectionTable {
  private readonly sql: Sql;
  private readonly catalog: Catalog;

  constructor(sql: Sql, catalog: Catalog) {
    this.sql = sql;
    this.catalog = catalog;
  }

  insert(collection: Collection, document: Document): void {
    const id = encodeKey([document._id]);
    if (this.sql.rows(`SELECT seq FROM ${collection.table} WHERE id = ?`, [id]).length > 0) {
      throw duplicateKey(collection, '_id_', { _id: document._id });
    }
    const values = [id, encodeStored(document)];
    const { lastInsertRowid: seq } = this.sql.run(`INSERT INTO ${collection.table} (id, doc) VALUES (?, ?)`, values);
    for (const index of collection.indexes) this.addKeys(collection, index, { seq, document });
  }

  replace(collection: Collection, row: StoredRow, document: Document): void {
    this.sql.run(`UPDATE ${collection.table} SET doc = ? WHERE seq = ?`, [encodeStored(document), row.seq]);
    for (const index of collection.indexes) {
      const before = indexKeys(row.document, index).keys;
      const after = indexKeys(document, index).keys;
      if (before.length === after.length && before.every((key, position) => after[position]?.equals(key))) continue;
      this.dropKeys(index, row.seq, before);
      this.addKeys(collection, index, { seq: row.seq, document });
    }
  }

  remove(collection: Collection, row: StoredRow): void {
    this.sql.run(`DELETE FROM ${collection.table} WHERE seq = ?`, [row.seq]);
    for (const index of collection.indexes) this.dropKeys(index, row.seq, indexKeys(row.document, index).keys);
  }

  /** Fills a new index from the documents that are there. */
  buildIndex(collection: Collection, index: Index): void {
    let after = 0;
    for (;;) {
      const select = `SELECT seq, doc FROM ${collection.table} WHERE seq > ? ORDER BY seq LIMIT 1000`;
      const rows = this.sql.rows(select, [after]);
      for (const [seq, text] of rows) {
        after = Number(seq);
        this.addKeys(collection, index, { seq: after, document: decodeDocument(String(text), new Date(0)) });
      }
      if (rows.length === 0) return;
    }
  }

  private addKeys(collection: Collection, index: Index, { seq, document }: StoredRow): void {
    const { keys, arrays } = indexKeys(document, index);
    const isNew = arrays.some((isArray, position) => isArray && index.arrays[position] !== true);
    if (isNew) this.catalog.markArrays(index, arrays);
    for (const key of keys) {
      if (index.unique && this.sql.rows(`SELECT 1 FROM ${index.table} WHERE k = ? LIMIT 1`, [key]).length > 0) {
        throw duplicateKey(collection, index.name, readKeyFields(document, index));
      }
      this.sql.run(`INSERT INTO ${index.table} (k, seq) VALUES (?, ?)`, [key, seq]);
    }
  }

  private dropKeys(index: Index, seq: number, keys: Buffer[]): void {
    for (const key of keys) this.sql.run(`DELETE FROM ${index.table} WHERE k = ? AND seq = ?`, [key, seq]);
  }
}

function encodeStored(document: Document): string {
  const text = encodeEjson(document);
  if (text.length > MAX_DOCUMENT_BYTES) {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `object to insert too large: more than ${MAX_DOCUMENT_BYTES} bytes.`,
    );
  }
  return text;
}

function readKeyFields(document: Document, index: Index): Document {
  return Object.fromEntries(index.paths.map((path) => [path, document[path.split('.')[0] ?? path] ?? null]));
}

/** MongoDB's text; whether the platform passes it on word for word is not known. */
function duplicateKey(collection: Collection, index: string, key: Document): CloudError {
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection.name} index: ${index} dup key: ${encodeEjson(key)}`,
  );
}
