/** A gift, or a share of one, as payroll needs it: what it is worth, and for whom. */
export interface ValuedGift {
  personId: string;
  valueFen: number;
}

export interface PersonsValue extends ValuedGift {
  /** Redemptions and shares in team gifts. */
  gifts: number;
}

/** 计税价值: one row a person, whoever had the most first. */
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

/**
 * What each payer of a team gift got of its value, by what they paid, in whole fen that sum to the value exactly: what
 * rounding down leaves over goes fen by fen to those of whom it took the most.
 */
export function dividedValue(valueFen: number, paid: readonly { personId: string; points: number }[]): ValuedGift[] {
  const byPerson = new Map<string, number>();
  for (const { personId, points } of paid) byPerson.set(personId, (byPerson.get(personId) ?? 0) + points);
  const whole = [...byPerson.values()].reduce((sum, points) => sum + points, 0);
  const parts = [...byPerson].map(([personId, points]) => {
    // Ten million fen times a million points are more than a number holds exactly.
    const product = BigInt(valueFen) * BigInt(points);
    return { personId, valueFen: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) };
  });
  parts.sort((one, other) => other.rest - one.rest || (one.personId < other.personId ? -1 : 1));
  const over = valueFen - parts.reduce((sum, part) => sum + part.valueFen, 0);
  return parts.map(({ personId, valueFen: down }, index) => ({ personId, valueFen: down + (index < over ? 1 : 0) }));
}

/** `12.50`: yuan with two decimals, from whole fen. */
export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** A row of the file: who payroll knows the person as. */
export type SheetRow = PersonsValue & { employeeNumber: string; personName: string; branchId: string };

export const valueHeader = ['月份', '工号', '姓名', '分公司', '礼品件数', '计税价值（元）'];

/** A person as a line of the file for payroll. */
export function valueRow(month: string, row: SheetRow): (string | number)[] {
  return [month, row.employeeNumber, row.personName, row.branchId, row.gifts, yuan(row.valueFen)];
}
