import { Db } from '@cloudbase/database';

declare global {
  /** CloudBase's own library, once a program has asked for a database. */
  var phoneDatabase: { Db: typeof Db } | undefined;
}

globalThis.phoneDatabase = { Db };
