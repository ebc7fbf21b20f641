import type { Sql } from '../database/sql';

const SCHEMA = `CREATE TABLE IF NOT EXISTS subscriptions
  (open_id TEXT NOT NULL, template_id TEXT NOT NULL, messages_left INTEGER NOT NULL,
  PRIMARY KEY (open_id, template_id));
CREATE TABLE IF NOT EXISTS employee_relations
  (open_id TEXT NOT NULL, template_id TEXT NOT NULL, PRIMARY KEY (open_id, template_id))`;

/** Who accepted which messages; kept with the database. */
export class Subscriptions {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
    sql.execute(SCHEMA);
  }

  /** One acceptance of `requestSubscribeMessage`: one more message may be sent. */
  accept(openId: string, templateId: string): void {
    this.sql.run(
      `INSERT INTO subscriptions (open_id, template_id, messages_left) VALUES (?, ?, 1)
       ON CONFLICT (open_id, template_id) DO UPDATE SET messages_left = messages_left + 1`,
      [openId, templateId],
    );
  }

  /** Messages of a template that may still be sent to a person. */
  left(openId: string, templateId: string): number {
    const query = 'SELECT messages_left FROM subscriptions WHERE open_id = ? AND template_id = ?';
    return Number(this.sql.rows(query, [openId, templateId])[0]?.[0] ?? 0);
  }

  /** Uses up one acceptance; false when there is none. */
  spend(openId: string, templateId: string): boolean {
    const statement = `UPDATE subscriptions SET messages_left = messages_left - 1
      WHERE open_id = ? AND template_id = ? AND messages_left > 0`;
    return this.sql.run(statement, [openId, templateId]).changes === 1;
  }

  /** Binds a person as an employee who takes messages of a template for good. */
  bindEmployee(openId: string, templateId: string): void {
    this.sql.run('INSERT OR IGNORE INTO employee_relations (open_id, template_id) VALUES (?, ?)', [openId, templateId]);
  }

  /** True for a bound employee who takes messages of the template. */
  isEmployee(openId: string, templateId: string): boolean {
    const query = 'SELECT 1 FROM employee_relations WHERE open_id = ? AND template_id = ?';
    return this.sql.rows(query, [openId, templateId]).length > 0;
  }

  /** Ends a relation; false when there was none. */
  unbindEmployee(openId: string): boolean {
    return this.sql.run('DELETE FROM employee_relations WHERE open_id = ?', [openId]).changes > 0;
  }
}
