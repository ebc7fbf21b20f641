import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sayError } from './cloud-error';
import type { Database } from './database/database';
import { type Document, isDocument } from './database/document';
import { decodeDocument } from './database/ejson';
import type { FileStore } from './storage/file-store';

/** A person whose phone can be chosen beside the simulator. */
export interface Identity {
  openId: string;
  name: string;
  /** People are listed under it. */
  group?: string;
  note?: string;
}

/** What a new database starts with. */
export interface Seed {
  identities?: Identity[];
  /** Documents by collection; dates as EJSON (`{"$date": …}`) or texts, as given. */
  collections?: Record<string, Document[]>;
  /** Files for the storage; `source` is an absolute path, in a seed file one relative to it. */
  files?: { cloudPath: string; source: string }[];
}

/** A seed cannot be used, said in one sentence for the person at the terminal. */
export class BrokenSeed extends Error {}

/** Reads a seed file and resolves its sources. */
export function readSeed(path: string): Seed {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BrokenSeed(`The seed ${path} cannot be read: ${sayError(error)}`);
  }
  const refuse = (what: string): never => {
    throw new BrokenSeed(`The seed ${path} is not valid: ${what}.`);
  };
  if (!isDocument(content)) return refuse('it must be an object');
  const { identities = [], collections = {}, files = [] } = content;
  if (!Array.isArray(identities) || !identities.every(isIdentity))
    return refuse('every identity needs an openId and a name');
  if (!isDocument(collections)) return refuse('"collections" must be an object');
  if (!Array.isArray(files) || !files.every(isFile)) return refuse('every file needs a cloudPath and a source');
  const documents: Record<string, Document[]> = {};
  for (const [name, list] of Object.entries(collections)) {
    if (!Array.isArray(list) || !list.every(isDocument)) return refuse(`"${name}" must be a list of documents`);
    documents[name] = list;
  }
  const sources = files.map(({ cloudPath, source }) => ({ cloudPath, source: resolve(dirname(path), source) }));
  const missing = sources.find(({ source }) => !existsSync(source));
  if (missing !== undefined) return refuse(`the file ${missing.source} is missing`);
  return { identities, collections: documents, files: sources };
}

function isIdentity(value: unknown): value is Identity {
  return isDocument(value) && typeof value.openId === 'string' && typeof value.name === 'string';
}

function isFile(value: unknown): value is { cloudPath: string; source: string } {
  return isDocument(value) && typeof value.cloudPath === 'string' && typeof value.source === 'string';
}

const IDENTITIES = 'identities';
const PLANTED = 'planted';

/** Stores a seed: all documents or none, then the files; identities are kept with the database. */
export async function plantSeed(seed: Seed, database: Database, files: FileStore): Promise<void> {
  for (const { cloudPath, source } of seed.files ?? []) await files.keep(cloudPath, createReadStream(source));
  const documents = Object.entries(seed.collections ?? {}).map(([name, list]) => {
    const decoded = list.map((document) => decodeDocument(JSON.stringify(document), new Date()));
    return [name, decoded] as const;
  });
  try {
    database.plant(documents);
  } catch (error) {
    throw new BrokenSeed(`The seed was not loaded: ${sayError(error)}`);
  }
  database.catalog.keepSetting(PLANTED, new Date().toISOString());
  if (seed.identities !== undefined) database.catalog.keepSetting(IDENTITIES, JSON.stringify(seed.identities));
}

/** True for a database in which nothing was planted or written, also after a start that failed half way. */
export function isUnplanted(database: Database): boolean {
  return database.catalog.setting(PLANTED) === undefined && database.isEmpty();
}

/** The people whose phones can be chosen. */
export function listIdentities(database: Database): Identity[] {
  return JSON.parse(database.catalog.setting(IDENTITIES) ?? '[]') as Identity[];
}
