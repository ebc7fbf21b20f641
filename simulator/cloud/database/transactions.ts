import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import type { Document } from './document';
import { openSql, type Sql } from './sql';

/** The platform's texts, word for word: the official tests compare them. */
const GONE =
  '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or ' +
  'abort in 30 seconds. Please check your request, but if the problem persists, contact us.';
/** What a transaction that met another one's change is told. */
export const CONFLICT =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
  'Please check your request, but if the problem persists, contact us.';

/** The platform ends a transaction after this time. */
const LIFE_MS = 30_000;

/** Connections kept open for the next transactions. */
const IDLE_READERS = 8;

/** A document as a transaction has left it; absent: removed. */
export interface Change {
  document?: Document;
}

/** One open transaction: a snapshot to read from and the changes made so far. */
export interface Transaction {
  id: string;
  /** Pinned at the first operation, not at the start. */
  snapshot?: { reader: Sql; clock: number };
  /** By collection, then by key of the `_id`. */
  overlay: Map<string, Map<string, Change>>;
  timer: NodeJS.Timeout;
}

/** Thrown by a write outside transactions on a document that one has locked; `released` says when to try again. */
export class DocumentLocked extends Error {
  readonly released: Promise<void>;

  constructor(released: Promise<void>) {
    super('A transaction holds the document.');
    this.released = released;
  }
}

/**
 * Snapshot isolation as MongoDB has it: reads come from the moment of the first operation, the first to write a
 * document wins, a conflict shows at the write and ends the transaction, write skew is possible.
 */
export class Transactions {
  private readonly file: string;
  private readonly open = new Map<string, Transaction>();
  private readonly locks = new Map<string, Transaction>();
  private readonly idle: Sql[] = [];
  /** When each document was last written, kept only while some transaction is open. */
  private readonly writes = new Map<string, number>();
  private clock = 0;
  private waiters: (() => void)[] = [];

  constructor(file: string) {
    this.file = file;
  }

  start(): string {
    const id = randomUUID();
    const timer = setTimeout(() => this.end(id), LIFE_MS);
    timer.unref();
    this.open.set(id, { id, overlay: new Map(), timer });
    return id;
  }

  /** The open transaction, or the platform's refusal when it has ended. */
  need(id: string): Transaction {
    const transaction = this.open.get(id);
    if (transaction !== undefined) return transaction;
    throw new CloudError('DATABASE_TRANSACTION_FAIL', GONE);
  }

  /** The connection that sees the transaction's snapshot. */
  reader(transaction: Transaction): Sql {
    if (transaction.snapshot === undefined) {
      const reader = this.idle.pop() ?? openSql(this.file);
      reader.execute('BEGIN');
      reader.rows('SELECT COUNT(*) FROM settings', []);
      transaction.snapshot = { reader, clock: this.clock };
    }
    return transaction.snapshot.reader;
  }

  /** Locks a document that the transaction has looked for, or ends the transaction when another was first. */
  claim(transaction: Transaction, collection: string, key: string): void {
    const document = `${collection}\n${key}`;
    const holder = this.locks.get(document);
    const written = this.writes.get(document) ?? 0;
    if ((holder !== undefined && holder !== transaction) || written > (transaction.snapshot?.clock ?? 0)) {
      this.end(transaction.id);
      throw new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
    }
    this.locks.set(document, transaction);
  }

  keep(transaction: Transaction, collection: string, key: string, change: Change): void {
    const changes = transaction.overlay.get(collection) ?? new Map<string, Change>();
    transaction.overlay.set(collection, changes.set(key, change));
  }

  /** Called for every write outside transactions, before it happens. */
  noteWrite(collection: string, key: string): void {
    if (this.open.size === 0) return;
    const document = `${collection}\n${key}`;
    if (this.locks.has(document)) throw new DocumentLocked(new Promise((resolve) => this.waiters.push(resolve)));
    this.writes.set(document, ++this.clock);
  }

  /** Applies the changes through `apply` and ends the transaction, whether or not that succeeds. */
  commit(id: string, apply: (overlay: Transaction['overlay']) => void): void {
    const transaction = this.need(id);
    try {
      apply(transaction.overlay);
      for (const [collection, changes] of transaction.overlay) {
        for (const key of changes.keys()) this.writes.set(`${collection}\n${key}`, ++this.clock);
      }
    } finally {
      this.end(id);
    }
  }

  /** Ends a transaction and frees what it held; unknown ids are ignored. */
  end(id: string): void {
    const transaction = this.open.get(id);
    if (transaction === undefined) return;
    this.open.delete(id);
    clearTimeout(transaction.timer);
    for (const [document, holder] of this.locks) {
      if (holder === transaction) this.locks.delete(document);
    }
    this.releaseReader(transaction);
    if (this.open.size === 0) this.writes.clear();
    const waiting = this.waiters;
    this.waiters = [];
    for (const wake of waiting) wake();
  }

  endAll(): void {
    for (const id of [...this.open.keys()]) this.end(id);
  }

  close(): void {
    this.endAll();
    for (const reader of this.idle) reader.close();
  }

  private releaseReader({ snapshot }: Transaction): void {
    if (snapshot === undefined) return;
    snapshot.reader.execute('COMMIT');
    if (this.idle.length < IDLE_READERS) this.idle.push(snapshot.reader);
    else snapshot.reader.close();
  }
}
