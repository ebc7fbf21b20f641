import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sayError } from '../cloud-error';
import { openSql, type Sql } from './sql';

/** Marks our files in SQLite's header ("TLCB"), so that a foreign database is never touched. */
const APPLICATION_ID = 0x544c4342;

/** A file larger than this is not read whole at every start. */
const QUICK_CHECK_BYTES = 64 * 1024 * 1024;

/** A folder cannot be used, said in one sentence for the person at the terminal. */
export class UnusableData extends Error {}

/** The open database of a folder. */
export interface DatabaseFile {
  path: string;
  sql: Sql;
  /** Releases the folder for the next server. */
  close(): void;
}

/** How a database file is opened. */
export interface FileOptions {
  /** SQLite's setting: NORMAL survives a killed process, FULL a power cut. */
  synchronous: 'OFF' | 'NORMAL' | 'FULL';
  /** Starts again from nothing: the database and the stored files of the folder are deleted. */
  fresh: boolean;
}

/**
 * Opens `database.sqlite` in a folder, creating both. Refuses a file that is damaged or not ours, and a folder that
 * another running server holds; neither is ever overwritten, `fresh` or not.
 */
export function openDatabaseFile(folder: string, { synchronous, fresh }: FileOptions): DatabaseFile {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const path = join(folder, 'database.sqlite');
  try {
    if (hasContent(path)) checkHeader(path);
    if (fresh) erase(folder);
    const isNew = !hasContent(path);
    const sql = openChecked(path, isNew);
    sql.execute('PRAGMA journal_mode = WAL');
    sql.execute(`PRAGMA synchronous = ${synchronous}`);
    return {
      path,
      sql,
      close() {
        // One file is left behind instead of three.
        sql.rows('PRAGMA wal_checkpoint(TRUNCATE)', []);
        sql.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function hasContent(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

function erase(folder: string): void {
  for (const name of ['database.sqlite', 'database.sqlite-wal', 'database.sqlite-shm', 'storage']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * One server per folder: a SQLite file locked for as long as the process lives. The operating system frees the lock
 * of a killed process, so there are no stale ones; the process id beside it only serves the message.
 */
function lockFolder(folder: string): () => void {
  const owner = join(folder, 'server.pid');
  let lock: Sql;
  try {
    lock = openSql(join(folder, 'server.lock'), 0);
    lock.execute('BEGIN EXCLUSIVE');
  } catch {
    const pid = existsSync(owner) ? readFileSync(owner, 'utf8').trim() : 'unknown';
    throw new UnusableData(
      `Another server (process ${pid}) is using ${folder}. Stop it or choose another folder with --data.`,
    );
  }
  writeFileSync(owner, `${process.pid}\n`);
  return () => {
    rmSync(owner, { force: true });
    lock.execute('ROLLBACK');
    lock.close();
  };
}

function checkHeader(path: string): void {
  const header = Buffer.alloc(72);
  const file = openSync(path, 'r');
  const length = readSync(file, header, 0, 72, 0);
  closeSync(file);
  const isSqlite = length === 72 && header.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!isSqlite)
    throw new UnusableData(
      `${path} is damaged or not a database: it was left as it is. Move it away, or choose another folder.`,
    );
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new UnusableData(`${path} is a database of another program: it was left as it is. Choose another folder.`);
  }
}

function openChecked(path: string, isNew: boolean): Sql {
  const sql = openSql(path);
  try {
    if (isNew) sql.execute(`PRAGMA application_id = ${APPLICATION_ID}`);
    else if (statSync(path).size < QUICK_CHECK_BYTES) {
      const verdict = sql.rows('PRAGMA quick_check(1)', [])[0]?.[0];
      if (verdict !== 'ok') throw new Error(String(verdict));
    } else {
      sql.rows('SELECT COUNT(*) FROM sqlite_master', []);
    }
    return sql;
  } catch (error) {
    sql.close();
    throw new UnusableData(
      `${path} is damaged (${sayError(error)}): it was left as it is. Move it away, or choose another folder.`,
    );
  }
}
