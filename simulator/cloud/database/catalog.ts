import { CloudError } from '../cloud-error';
import type { CollectionDeclaration, CollectionPermission, IndexDeclaration, IndexKey } from '../function-declaration';
import type { Sql } from './sql';

/** An index and the table that holds its keys. */
export interface Index {
  name: string;
  /** Paths of the keys with their direction. */
  paths: string[];
  descending: boolean[];
  unique: boolean;
  /** Under which of the paths some document holds an array: one row per element, so they give no order of their own. */
  arrays: boolean[];
  table: string;
}

/** A collection, the table of its documents and its indexes; `_id` is an index of the document table itself. */
export interface Collection {
  name: string;
  table: string;
  indexes: Index[];
  /** What phones may do without a function between; as declared at this start. */
  permission: CollectionPermission;
}

/** The platform's limit. */
const MAX_INDEXES = 20;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, collection TEXT NOT NULL, name TEXT NOT NULL,
  keys TEXT NOT NULL, is_unique INTEGER NOT NULL, multikey INTEGER NOT NULL, UNIQUE (collection, name));
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/** Knows the collections and indexes of one database file; the only writer of their tables' shape. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
    sql.execute(SCHEMA);
    for (const [id, name] of sql.rows('SELECT id, name FROM collections ORDER BY name', [])) {
      this.collections.set(String(name), {
        name: String(name),
        table: `c_${id}`,
        indexes: [],
        permission: 'ADMINONLY',
      });
    }
    const stored = sql.rows('SELECT id, collection, name, keys, is_unique, multikey FROM indexes ORDER BY id', []);
    for (const [id, collection, name, keys, unique, multikey] of stored) {
      const declaration = { name: String(name), keys: JSON.parse(String(keys)) as IndexKey[], unique: unique === 1 };
      this.collections
        .get(String(collection))
        ?.indexes.push({ ...toIndex(declaration, `i_${id}`), arrays: readArrays(Number(multikey), declaration.keys) });
    }
  }

  names(): string[] {
    return [...this.collections.keys()].sort();
  }

  find(name: string): Collection | undefined {
    return this.collections.get(name);
  }

  /** The collection, or the platform's refusal when no function declares it. */
  need(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection !== undefined) return collection;
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `Db or Table not exist: ${name}. Declare the collection in a function.json.`,
    );
  }

  create(name: string): Collection {
    const { lastInsertRowid: id } = this.sql.run('INSERT INTO collections (name) VALUES (?)', [name]);
    const table = `c_${id}`;
    this.sql.execute(
      `CREATE TABLE ${table} (seq INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`,
    );
    const collection: Collection = { name, table, indexes: [], permission: 'ADMINONLY' };
    this.collections.set(name, collection);
    return collection;
  }

  /**
   * Makes the indexes of a collection those declared: unchanged ones stay, dropped ones go, new ones are returned
   * empty for their keys to be built.
   */
  declareIndexes(collection: Collection, { indexes = [] }: CollectionDeclaration): Index[] {
    if (indexes.length > MAX_INDEXES) {
      throw new CloudError(
        'INVALID_PARAM',
        `${collection.name} declares ${indexes.length} indexes; at most ${MAX_INDEXES} are possible.`,
      );
    }
    const wanted = new Map(indexes.map((declaration) => [declaration.name, declaration]));
    for (const index of [...collection.indexes]) {
      const declaration = wanted.get(index.name);
      if (declaration !== undefined && sameShape(index, declaration)) wanted.delete(index.name);
      else this.dropIndex(collection, index);
    }
    return [...wanted.values()].map((declaration) => this.createIndex(collection, declaration));
  }

  /** Remembers under which paths an index now holds arrays; it stays so until the index is rebuilt. */
  markArrays(index: Index, arrays: readonly boolean[]): void {
    index.arrays = index.arrays.map((isKnown, position) => isKnown || arrays[position] === true);
    const mask = index.arrays.reduce((sum, isArray, position) => sum + (isArray ? 2 ** (position + 1) : 0), 0);
    this.sql.run('UPDATE indexes SET multikey = ? WHERE id = ?', [mask, Number(index.table.slice(2))]);
  }

  setting(name: string): string | undefined {
    const value = this.sql.rows('SELECT value FROM settings WHERE name = ?', [name])[0]?.[0];
    return typeof value === 'string' ? value : undefined;
  }

  keepSetting(name: string, value: string): void {
    this.sql.run(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      [name, value],
    );
  }

  private createIndex(collection: Collection, declaration: IndexDeclaration): Index {
    const values = [
      collection.name,
      declaration.name,
      JSON.stringify(declaration.keys),
      declaration.unique === true ? 1 : 0,
    ];
    const insert = 'INSERT INTO indexes (collection, name, keys, is_unique, multikey) VALUES (?, ?, ?, ?, 0)';
    const index = toIndex(declaration, `i_${this.sql.run(insert, values).lastInsertRowid}`);
    this.sql.execute(
      `CREATE TABLE ${index.table} (k BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (k, seq)) WITHOUT ROWID`,
    );
    collection.indexes.push(index);
    return index;
  }

  private dropIndex(collection: Collection, index: Index): void {
    this.sql.run('DELETE FROM indexes WHERE id = ?', [Number(index.table.slice(2))]);
    this.sql.execute(`DROP TABLE ${index.table}`);
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
  }
}

/** Bits from the second on, one a path. A 1 is of a file that did not yet know which: any may be meant. */
function readArrays(mask: number, keys: readonly IndexKey[]): boolean[] {
  return keys.map((_, position) => mask === 1 || Math.floor(mask / 2 ** (position + 1)) % 2 === 1);
}

function toIndex({ name, keys, unique }: IndexDeclaration, table: string): Index {
  return {
    name,
    paths: keys.map(([path]) => path),
    descending: keys.map(([, direction]) => direction === 'desc'),
    unique: unique === true,
    arrays: keys.map(() => false),
    table,
  };
}

function sameShape(index: Index, { keys, unique }: IndexDeclaration): boolean {
  const shape = index.paths.map((path, position) => [path, index.descending[position] === true ? 'desc' : 'asc']);
  return index.unique === (unique === true) && JSON.stringify(shape) === JSON.stringify(keys);
}
