import { CloudError, refuseRequest } from '../cloud-error';
import type { CollectionDeclaration } from '../function-declaration';
import type { Stage } from './aggregate-documents';
import { Catalog, type Collection } from './catalog';
import { checkPermission } from './client-permission';
import { CollectionTable } from './collection-table';
import type { Document } from './document';
import { encodeEjson } from './ejson';
import { checkFieldNames } from './field-names';
import {
  documentOf,
  type FoundRow,
  findRows,
  firstOrAll,
  refuseScan,
  type Search,
  type SearchCost,
} from './find-documents';
import { LongReads } from './long-reads';
import {
  changeDocument,
  completeDocument,
  type Modification,
  type ModificationResult,
  upsertedDocument,
} from './modification';
import { holdsMoreThan } from './read-rows';
import { Reads } from './reads';
import { Snapshots } from './snapshots';
import type { Sql } from './sql';
import { keyText, TransactionWork } from './transaction-work';
import { DocumentLocked, Transactions } from './transactions';

/** A write outside transactions waits at most this long for a locked document. */
const LOCK_WAIT_MS = 5000;

/** The database of one environment: every operation of the SDKs, on one SQLite file. */
export class Database {
  readonly catalog: Catalog;
  /** Reads outside transactions, on the server's own thread. */
  readonly reads: Reads;
  /** The same reads on threads of their own, for those that take their time. */
  readonly longReads: LongReads;
  private readonly sql: Sql;
  private readonly table: CollectionTable;
  private readonly transactions: Transactions;
  private readonly work: TransactionWork;
  private readonly snapshots: Snapshots;
  /** Careless searches and writes are refused. */
  readonly strict: boolean;
  private readonly now: () => Date;

  constructor(sql: Sql, file: string, options: { strict: boolean; now: () => Date }) {
    this.sql = sql;
    this.catalog = new Catalog(sql);
    this.table = new CollectionTable(sql, this.catalog);
    this.transactions = new Transactions(file);
    this.work = new TransactionWork(this.transactions, this.table);
    this.snapshots = new Snapshots(sql);
    this.strict = options.strict;
    this.reads = new Reads(sql, this.catalog, options.strict);
    this.longReads = new LongReads(file, options.strict);
    this.now = options.now;
  }

  /** Creates what is missing and brings the indexes to the declared shape; documents are never dropped. */
  declare(collections: Record<string, CollectionDeclaration>): void {
    this.sql.atomically(() => {
      for (const [name, declaration] of Object.entries(collections)) {
        checkPermission(name, declaration.permission);
        const collection = this.catalog.find(name) ?? this.catalog.create(name);
        collection.permission = declaration.permission ?? 'ADMINONLY';
        for (const index of this.catalog.declareIndexes(collection, declaration))
          this.table.buildIndex(collection, index);
      }
    });
  }

  createCollection(name: string): void {
    if (this.catalog.find(name) !== undefined) {
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `Collection ${name} already exists.`);
    }
    this.sql.atomically(() => this.catalog.create(name));
  }

  /** Inserts one after another, as MongoDB does: when one is refused, those before it stay. */
  async insert(name: string, documents: Document[], transactionId?: string): Promise<unknown[]> {
    const collection = this.catalog.need(name);
    const complete = documents.map((document) => completeDocument(document));
    if (transactionId !== undefined) {
      const transaction = this.transactions.need(transactionId);
      for (const document of complete) this.work.insert(transaction, collection, document);
      return complete.map(({ _id }) => _id);
    }
    const refusal = await this.outsideTransactions(() => this.insertEach(collection, complete));
    if (refusal !== undefined) throw refusal;
    return complete.map(({ _id }) => _id);
  }

  find(name: string, search: Search, transactionId?: string): { rows: FoundRow[]; cost: SearchCost } {
    if (transactionId === undefined) return this.reads.find(name, search);
    const collection = this.catalog.need(name);
    if (this.strict) refuseScan(this.sql, collection, search, 'database.getDocument');
    return this.work.find(this.transactions.need(transactionId), collection, search);
  }

  count(name: string, filter: Document): { total: number; cost: SearchCost } {
    return this.reads.count(name, filter);
  }

  async modify(name: string, modification: Modification, transactionId?: string): Promise<ModificationResult> {
    const collection = this.catalog.need(name);
    if (this.strict) this.refuseCareless(collection, modification.filter, 'database.modifyDocument');
    if (modification.replace) checkFieldNames(modification.update);
    if (transactionId !== undefined) {
      return this.work.modify(this.transactions.need(transactionId), collection, modification, this.now());
    }
    return this.outsideTransactions(() => {
      const { rows, cost } = findRows(this.sql, collection, firstOrAll(modification.filter, modification.multi));
      if (rows.length === 0) return { ...this.upsert(collection, modification), cost };
      return { ...this.changeRows(collection, rows, modification), cost };
    });
  }

  async remove(
    name: string,
    filter: Document,
    multi: boolean,
    transactionId?: string,
  ): Promise<{ deleted: number; cost: SearchCost }> {
    const collection = this.catalog.need(name);
    if (this.strict) this.refuseCareless(collection, filter, 'database.removeDocument');
    if (transactionId !== undefined) {
      return this.work.remove(this.transactions.need(transactionId), collection, firstOrAll(filter, multi));
    }
    return this.outsideTransactions(() => {
      const { rows, cost } = findRows(this.sql, collection, firstOrAll(filter, multi));
      for (const row of rows) {
        this.transactions.noteWrite(name, keyText(documentOf(row)));
        this.table.remove(collection, { seq: row.seq, document: documentOf(row) });
      }
      return { deleted: rows.length, cost };
    });
  }

  aggregate(name: string, stages: Stage[]): { documents: Document[]; cost: SearchCost } {
    return this.reads.aggregate(name, stages);
  }

  /** Every document of a collection in natural order, for tests and seeds. */
  all(name: string): Document[] {
    const everything: Search = { filter: {}, sort: [], skip: 0 };
    return findRows(this.sql, this.catalog.need(name), everything).rows.map(documentOf);
  }

  /** No collection holds a document. */
  isEmpty(): boolean {
    return this.catalog.names().every((name) => !holdsMoreThan(this.sql, this.catalog.need(name), 0));
  }

  /** Inserts documents of several collections, all or none. */
  plant(collections: readonly (readonly [name: string, documents: Document[]])[]): void {
    this.sql.atomically(() => {
      for (const [name, documents] of collections) {
        const collection = this.catalog.need(name);
        for (const document of documents) this.table.insert(collection, completeDocument(document));
      }
    });
  }

  /** Remembers every document. @returns how to have them back; transactions that are open then are ended */
  snapshot(): () => void {
    const putBack = this.snapshots.take();
    return () => {
      this.transactions.endAll();
      putBack();
    };
  }

  startTransaction(): string {
    return this.transactions.start();
  }

  commitTransaction(id: string): void {
    this.transactions.commit(id, (overlay) => {
      this.sql.atomically(() => this.work.apply(this.sql, this.catalog, overlay));
    });
  }

  abortTransaction(id: string): void {
    this.transactions.need(id);
    this.transactions.end(id);
  }

  async close(): Promise<void> {
    await this.longReads.close();
    this.transactions.close();
  }

  /** Runs a write at once, or after the transaction that holds one of its documents has ended. */
  private async outsideTransactions<T>(write: () => T): Promise<T> {
    const deadline = Date.now() + LOCK_WAIT_MS;
    for (;;) {
      try {
        return this.sql.atomically(write);
      } catch (error) {
        if (!(error instanceof DocumentLocked)) throw error;
        await waitUntil(error.released, deadline);
      }
    }
  }

  /** The first refusal, after which nothing more is inserted. */
  private insertEach(collection: Collection, documents: Document[]): CloudError | undefined {
    for (const document of documents) {
      this.transactions.noteWrite(collection.name, keyText(document));
      this.sql.execute('SAVEPOINT one');
      try {
        this.table.insert(collection, document);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.sql.execute('ROLLBACK TO one');
        return error;
      } finally {
        this.sql.execute('RELEASE one');
      }
    }
    return undefined;
  }

  private changeRows(
    collection: Collection,
    rows: FoundRow[],
    modification: Modification,
  ): Omit<ModificationResult, 'cost'> {
    let first: Document | undefined;
    for (const row of rows) {
      const before = documentOf(row);
      const after = changeDocument(before, modification, this.now());
      first ??= after;
      this.transactions.noteWrite(collection.name, keyText(before));
      if (encodeEjson(after) !== row.text) this.table.replace(collection, { seq: row.seq, document: before }, after);
    }
    return { updated: rows.length, ...(first === undefined ? {} : { document: first }) };
  }

  private upsert(collection: Collection, modification: Modification): Omit<ModificationResult, 'cost'> {
    if (!modification.upsert) return { updated: 0 };
    const document = upsertedDocument(modification, this.now());
    this.transactions.noteWrite(collection.name, keyText(document));
    this.table.insert(collection, document);
    return { updated: 0, upsertedId: document._id, document };
  }

  /** The strict rules for writes: never a whole collection by accident, never a scan of a large one. */
  private refuseCareless(collection: Collection, filter: Document, call: string): void {
    if (Object.keys(filter).length === 0) {
      refuseRequest(`Strict: ${call} on "${collection.name}" has an empty condition and would change every document.`);
    }
    refuseScan(this.sql, collection, { filter, sort: [], skip: 0 }, call);
  }
}

async function waitUntil(released: Promise<void>, deadline: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(new CloudError('DATABASE_REQUEST_FAILED', 'A transaction has held the document for more than 5 seconds.'));
    timer = setTimeout(refuse, Math.max(0, deadline - Date.now()));
  });
  try {
    await Promise.race([released, late]);
  } finally {
    clearTimeout(timer);
  }
}
