import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CloudError } from '../cloud-error';
import type { Catalog } from '../database/catalog';
import type { Sql } from '../database/sql';
import { ENV_ID } from '../sdk-environment';
import type { ByteRange } from './byte-range';

/** A stored file. */
export interface StoredFile {
  cloudPath: string;
  /** Names the bytes on disk and in URLs; a new upload to the same path gets a new one. */
  id: string;
  bytes: number;
  /** The phone that uploaded it; absent when a function did. */
  owner?: string;
}

/** Where a link leads and until when. */
export interface Link {
  id: string;
  /** Seconds since 1970. */
  expires: number;
}

/** The platform's limits. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_PATH_BYTES = 1024;
const LONGEST_LINK_SECONDS = 86_400;

/** Every file id starts with this; seeds may write them by hand. */
export const FILE_ID_PREFIX = `cloud://${ENV_ID}.files/`;

const SCHEMA = `CREATE TABLE IF NOT EXISTS files
  (cloud_path TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, owner TEXT)`;

/** Files by cloud path: their bytes in a folder under names of our own, their places in the database. */
export class FileStore {
  private readonly folder: string;
  private readonly sql: Sql;
  private readonly key: string;

  constructor(folder: string, sql: Sql, catalog: Catalog) {
    this.folder = folder;
    this.sql = sql;
    mkdirSync(folder, { recursive: true });
    sql.execute(SCHEMA);
    this.key = catalog.setting('storage-key') ?? randomBytes(32).toString('hex');
    catalog.keepSetting('storage-key', this.key);
  }

  /** Stores a file, replacing what was at the path. The place is kept only after the bytes are whole. */
  async keep(cloudPath: string, content: Readable, owner?: string): Promise<StoredFile> {
    checkPath(cloudPath);
    const id = randomUUID();
    const arriving = join(this.folder, `${id}.part`);
    const meter = new ByteMeter();
    try {
      await pipeline(content, meter, createWriteStream(arriving));
      await rename(arriving, join(this.folder, id));
    } catch (error) {
      rmSync(arriving, { force: true });
      throw error;
    }
    const before = this.find(cloudPath);
    this.sql.run(
      `INSERT INTO files (cloud_path, id, bytes, owner) VALUES (?, ?, ?, ?)
       ON CONFLICT (cloud_path) DO UPDATE SET id = excluded.id, bytes = excluded.bytes, owner = excluded.owner`,
      [cloudPath, id, meter.bytes, owner ?? null],
    );
    if (before !== undefined) rmSync(join(this.folder, before.id), { force: true });
    return { cloudPath, id, bytes: meter.bytes, ...(owner === undefined ? {} : { owner }) };
  }

  find(cloudPath: string): StoredFile | undefined {
    return this.read('SELECT cloud_path, id, bytes, owner FROM files WHERE cloud_path = ?', cloudPath);
  }

  /** All files by path. */
  list(): StoredFile[] {
    const rows = this.sql.rows('SELECT cloud_path FROM files ORDER BY cloud_path', []);
    return rows.flatMap(([cloudPath]) => this.find(String(cloudPath)) ?? []);
  }

  /** The file a link leads to, with its bytes. */
  open(id: string): { file: StoredFile; content: (range?: ByteRange) => Readable } | undefined {
    const file = this.read('SELECT cloud_path, id, bytes, owner FROM files WHERE id = ?', id);
    if (file === undefined) return undefined;
    return { file, content: (range) => createReadStream(join(this.folder, file.id), range) };
  }

  remove(cloudPath: string): boolean {
    const file = this.find(cloudPath);
    if (file === undefined) return false;
    this.sql.run('DELETE FROM files WHERE cloud_path = ?', [cloudPath]);
    rmSync(join(this.folder, file.id), { force: true });
    return true;
  }

  /** A signed path that works for `seconds`, at most a day. */
  link(file: StoredFile, seconds: number, now: Date): string {
    const expires = Math.floor(now.getTime() / 1000) + Math.min(Math.max(1, seconds), LONGEST_LINK_SECONDS);
    return `/storage/${file.id}?expires=${expires}&sign=${this.sign({ id: file.id, expires })}`;
  }

  /** True for a link that we made and that has not expired. */
  isValid(link: Link, signature: string, now: Date): boolean {
    const expected = Buffer.from(this.sign(link));
    const given = Buffer.from(signature);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    return genuine && link.expires >= now.getTime() / 1000;
  }

  private sign({ id, expires }: Link): string {
    return createHmac('sha256', this.key).update(`${id}\n${expires}`).digest('hex');
  }

  private read(query: string, value: string): StoredFile | undefined {
    const row = this.sql.rows(query, [value])[0];
    if (row === undefined) return undefined;
    const [cloudPath, id, bytes, owner] = row;
    const file = { cloudPath: String(cloudPath), id: String(id), bytes: Number(bytes) };
    return typeof owner === 'string' ? { ...file, owner } : file;
  }
}

/** Counts the bytes that pass and stops the stream at the limit. */
class ByteMeter extends Transform {
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    if (this.bytes > MAX_FILE_BYTES) {
      done(new CloudError('STORAGE_REQUEST_FAIL', `The file is larger than ${MAX_FILE_BYTES} bytes.`));
    } else {
      done(null, chunk);
    }
  }
}

/** The id that a file has under a cloud path. */
export function fileIdOf(cloudPath: string): string {
  return FILE_ID_PREFIX + cloudPath;
}

/** The cloud path of a file id; refuses ids of other environments. */
export function cloudPathOf(fileId: unknown): string {
  if (typeof fileId === 'string' && fileId.startsWith(FILE_ID_PREFIX)) return fileId.slice(FILE_ID_PREFIX.length);
  throw new CloudError('STORAGE_FILE_NONEXIST', `storage file not exists: ${String(fileId)}`);
}

/** Refuses what the platform refuses as a path, and every attempt to leave the folder. */
export function checkPath(cloudPath: string): void {
  const parts = cloudPath.split('/');
  const bad =
    cloudPath === '' ||
    Buffer.byteLength(cloudPath) > MAX_PATH_BYTES ||
    cloudPath.includes('\\') ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    /[\u0000-\u001f\u007f]/.test(cloudPath) ||
    parts.some((part) => part === '' || part === '.' || part === '..');
  if (bad)
    throw new CloudError(
      'STORAGE_SIGN_PARAM_INVALID',
      `The cloud path is not valid: ${JSON.stringify(cloudPath.slice(0, 100))}`,
    );
}
