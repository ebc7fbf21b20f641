/** A gift, or a share of one, as payroll needs it: for whom, and what it is worth in fen. */
export interface ValuedGift {
  personId: string;
  valueFen: number;
}

export interface PersonsValue extends ValuedGift {
  /** How many things, shares in something counted as one. */
  gifts: number;
}

/** 计税价值: one row a person, whoever had the most first; the same where two had as much. */
export function valuesByPerson(gifts: readonly ValuedGift[]): PersonsValue[] {
  const persons = new Map<string, PersonsValue>();
  for (const { personId, valueFen } of gifts) {
    const before = persons.get(personId) ?? { personId, gifts: 0, valueFen: 0 };
    persons.set(personId, { personId, gifts: before.gifts + 1, valueFen: before.valueFen + valueFen });
  }
  return [...persons.values()].sort(
    (one, other) => other.valueFen - one.valueFen || (one.personId < other.personId ? -1 : 1),
  );
}

/** `12.50`: yuan with two decimals, from whole fen. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** A row of the file: who payroll knows the person as. */
export type ValueRow = PersonsValue & { employeeNumber: string; personName: string; branchId: string };

/** The columns of every file of 计税价值: whoever puts two below each other has one. */
export const valueHeader = ['月份', '工号', '姓名', '分公司', '礼品件数', '计税价值（元）'];

/** A person as a line of the file for payroll. */
export function valueRow(month: string, row: ValueRow): (string | number)[] {
  return [month, row.employeeNumber, row.personName, row.branchId, row.gifts, yuan(row.valueFen)];
}
