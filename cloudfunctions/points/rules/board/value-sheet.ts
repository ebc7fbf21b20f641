/** A redemption as payroll needs it: what it is worth, and for whom. */
export interface ValuedRedemption {
  personId: string;
  personName: string;
  branchId: string;
  valueFen: number;
}

export interface PersonsValue {
  personId: string;
  personName: string;
  branchId: string;
  redemptions: number;
  valueFen: number;
}

/** 计税价值: one row a person, whoever had the most first. */
export function valuesByPerson(redemptions: readonly ValuedRedemption[]): PersonsValue[] {
  const persons = new Map<string, PersonsValue>();
  for (const { personId, personName, branchId, valueFen } of redemptions) {
    const before = persons.get(personId) ?? { personId, personName, branchId, redemptions: 0, valueFen: 0 };
    const redeemed = { redemptions: before.redemptions + 1, valueFen: before.valueFen + valueFen };
    persons.set(personId, { ...before, personName, branchId, ...redeemed });
  }
  return [...persons.values()].sort(
    (one, other) => other.valueFen - one.valueFen || (one.personId < other.personId ? -1 : 1),
  );
}

/** `12.50`: yuan with two decimals, from whole fen. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/**
 * A spreadsheet runs what begins like this as a formula (trust.md A12); an apostrophe before it makes it a text.
 * Full-width forms count too: spreadsheets in Chinese take ＝ for =.
 */
const likeFormula = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** One cell of a CSV file, quoted, with formulas disarmed. */
export function csvCell(text: string): string {
  const safe = likeFormula.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** The file for payroll, with the mark by which Excel knows UTF-8. */
export function valueSheet(month: string, rows: readonly (PersonsValue & { employeeNumber: string })[]): string {
  const header = ['月份', '工号', '姓名', '分公司', '兑换件数', '计税价值（元）'];
  const lines = rows.map(({ employeeNumber, personName, branchId, redemptions, valueFen }) => [
    month,
    employeeNumber,
    personName,
    branchId,
    String(redemptions),
    yuan(valueFen),
  ]);
  return `\ufeff${[header, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
