import type { Sql } from './sql';

/** What the catalog holds in memory too: the shape of the database, which a snapshot does not go back on. */
const SHAPE = new Set(['collections', 'indexes']);
const TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

/** Keeps copies of a database in the memory of its connection, for as long as that is open. */
export class Snapshots {
  private taken = 0;

  constructor(private readonly sql: Sql) {}

  /**
   * Copies the content of every table. A table that comes into being later stays as it is.
   *
   * @returns how to put everything back, as often as wanted
   */
  take(): () => void {
    // An attached database in memory: rows are copied from table to table without leaving SQLite.
    if (this.taken === 0) this.sql.execute("ATTACH ':memory:' AS kept");
    this.taken += 1;
    const prefix = `kept.copy_${this.taken}_`;
    const tables = this.sql.rows(TABLES, []).map(([name]) => String(name));
    const content = tables.filter((table) => !SHAPE.has(table));
    const filled = content.filter((table) => this.sql.rows(`SELECT 1 FROM main.${table} LIMIT 1`, []).length > 0);
    for (const table of filled) this.sql.execute(`CREATE TABLE ${prefix}${table} AS SELECT * FROM main.${table}`);
    const clearing = content.map((table) => `DELETE FROM main.${table};`);
    const filling = filled.map((table) => `INSERT INTO main.${table} SELECT * FROM ${prefix}${table};`);
    const puttingBack = [...clearing, ...filling].join('\n');
    return () => this.sql.atomically(() => this.sql.execute(puttingBack));
  }
}
