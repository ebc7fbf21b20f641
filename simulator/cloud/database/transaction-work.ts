import { refuseRequest } from '../cloud-error';
import type { Catalog, Collection } from './catalog';
import type { CollectionTable, StoredRow } from './collection-table';
import { compileFilter } from './compile-filter';
import type { Document } from './document';
import { encodeEjson } from './ejson';
import { documentOf, type FoundRow, findRows, firstOrAll, type Search, type SearchCost } from './find-documents';
import { changeDocument, type Modification, type ModificationResult, upsertedDocument } from './modification';
import { sortDocuments } from './sort-documents';
import { encodeKey } from './sort-key';
import type { Sql } from './sql';
import type { Transaction, Transactions } from './transactions';

/** The key under which a document is locked and laid over the snapshot. */
export function keyText(document: Document): string {
  return encodeKey([document._id]).toString('latin1');
}

/** The operations inside transactions: reads from the snapshot, writes into the overlay, all at once at the commit. */
export class TransactionWork {
  private readonly transactions: Transactions;
  private readonly table: CollectionTable;

  constructor(transactions: Transactions, table: CollectionTable) {
    this.transactions = transactions;
    this.table = table;
  }

  /** The snapshot's answer with the transaction's own changes laid over it. */
  find(transaction: Transaction, collection: Collection, search: Search): { rows: FoundRow[]; cost: SearchCost } {
    const reader = this.transactions.reader(transaction);
    const changes = transaction.overlay.get(collection.name);
    if (changes === undefined) return findRows(reader, collection, search);
    const { rows, cost } = findRows(reader, collection, { filter: search.filter, sort: [], skip: 0 });
    const untouched = rows.filter((row) => !changes.has(keyText(documentOf(row))));
    const matches = compileFilter(search.filter);
    const own = [...changes.values()].flatMap(({ document }): FoundRow[] =>
      document !== undefined && matches(document) ? [{ seq: Infinity, text: encodeEjson(document), document }] : [],
    );
    const ordered = sortDocuments([...untouched, ...own], search.sort, documentOf);
    const end = search.limit === undefined ? undefined : search.skip + search.limit;
    return { rows: ordered.slice(search.skip, end), cost };
  }

  insert(transaction: Transaction, collection: Collection, document: Document): void {
    const { rows } = this.find(transaction, collection, firstOrAll({ _id: document._id }, false));
    if (rows.length > 0) {
      const key = encodeEjson({ _id: document._id });
      refuseRequest(`E11000 duplicate key error collection: ${collection.name} index: _id_ dup key: ${key}`);
    }
    this.write(transaction, collection, document, document);
  }

  modify(transaction: Transaction, collection: Collection, modification: Modification, now: Date): ModificationResult {
    const { rows, cost } = this.find(transaction, collection, firstOrAll(modification.filter, modification.multi));
    if (rows.length === 0 && modification.upsert) {
      const document = upsertedDocument(modification, now);
      this.insert(transaction, collection, document);
      return { updated: 0, upsertedId: document._id, document, cost };
    }
    let first: Document | undefined;
    for (const row of rows) {
      const before = documentOf(row);
      const after = changeDocument(before, modification, now);
      this.write(transaction, collection, before, after);
      first ??= after;
    }
    return { updated: rows.length, cost, ...(first === undefined ? {} : { document: first }) };
  }

  remove(transaction: Transaction, collection: Collection, search: Search): { deleted: number; cost: SearchCost } {
    const { rows, cost } = this.find(transaction, collection, search);
    for (const row of rows) this.write(transaction, collection, documentOf(row), undefined);
    return { deleted: rows.length, cost };
  }

  /** Carries the overlay of a transaction into the database; called inside one SQL transaction. */
  apply(sql: Sql, catalog: Catalog, overlay: Transaction['overlay']): void {
    for (const [name, changes] of overlay) {
      const collection = catalog.need(name);
      for (const [key, { document }] of changes) {
        const row = readByKey(sql, collection, key);
        if (document === undefined) {
          if (row !== undefined) this.table.remove(collection, row);
        } else if (row === undefined) this.table.insert(collection, document);
        else this.table.replace(collection, row, document);
      }
    }
  }

  private write(transaction: Transaction, collection: Collection, named: Document, after: Document | undefined): void {
    const key = keyText(named);
    this.transactions.claim(transaction, collection.name, key);
    this.transactions.keep(transaction, collection.name, key, after === undefined ? {} : { document: after });
  }
}

function readByKey(sql: Sql, collection: Collection, key: string): StoredRow | undefined {
  const id = Buffer.from(key, 'latin1');
  const found = sql.rows(`SELECT seq, doc FROM ${collection.table} WHERE id = ?`, [id])[0];
  if (found === undefined) return undefined;
  const row: FoundRow = { seq: Number(found[0]), text: String(found[1]) };
  return { seq: row.seq, document: documentOf(row) };
}
