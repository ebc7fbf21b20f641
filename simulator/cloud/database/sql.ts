import Libsql from 'libsql';

/** What SQLite stores: we use whole numbers, text and blobs. */
export type SqlValue = string | number | bigint | Buffer | null;

/** One SQLite connection behind the few calls we need; the only file that knows the driver. */
export interface Sql {
  execute(statement: string): void;
  /** Runs a statement and tells the rows it changed and the last row id. */
  run(statement: string, values: SqlValue[]): { changes: number; lastInsertRowid: number };
  /** All rows as arrays of columns; blobs come out as Buffers. */
  rows(statement: string, values: SqlValue[]): SqlValue[][];
  /** Runs `work` inside BEGIN IMMEDIATE … COMMIT; an error rolls everything back. */
  atomically<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens a SQLite file through libsql. Two of its traps shape this adapter: a lone Buffer argument aborts the whole
 * process, so values always travel in one array; and `all()` loses blobs, so rows are read in raw mode.
 * `busyMs` is how long a statement waits for a lock of another connection.
 */
export function openSql(file: string, busyMs = 2000): Sql {
  const connection = new Libsql(file, { timeout: busyMs });
  const prepared = new Map<string, Libsql.Statement>();
  const prepare = (statement: string): Libsql.Statement => {
    const known = prepared.get(statement) ?? connection.prepare(statement);
    prepared.set(statement, known);
    return known;
  };
  let depth = 0;
  return {
    execute: (statement) => connection.exec(statement),
    run(statement, values) {
      const { changes, lastInsertRowid } = prepare(statement).run(values);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    rows: (statement, values) => prepare(statement).raw(true).all(values) as SqlValue[][],
    atomically(work) {
      if (depth > 0) return work();
      connection.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk has already rolled back; a second rollback would hide why.
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      } finally {
        depth--;
      }
    },
    close: () => connection.close(),
  };
}
