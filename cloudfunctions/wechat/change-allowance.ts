import { by } from '../platform/db';
import { type AllowanceDocument, newAllowance } from './rules/allowance';
import { allowances } from './store';

/** More than a sweep works on at a time for one person: every round, one of them gets through. */
const tries = 20;

/**
 * Changes what a person lets us send by a rule, as if nobody else did meanwhile. The rule gives null where nothing is
 * to change; then the allowance stays as it is.
 */
export async function changeAllowance(
  personId: string,
  rule: (allowance: AllowanceDocument) => AllowanceDocument | null,
): Promise<{ allowance: AllowanceDocument; isChanged: boolean }> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const present = await allowances.read(personId);
    const allowance = present ?? newAllowance(personId);
    const next = rule(allowance);
    if (next === null) return { allowance, isChanged: false };
    const { left, isEmployeeBound, requests, sent, lookOn } = next;
    const version = allowance.version + 1;
    const changed = { ...next, version };
    const change = {
      version,
      left: by.exactly(left),
      isEmployeeBound,
      lookOn,
      requests: by.exactly(requests),
      sent: by.exactly(sent),
    };
    const isWritten =
      present === null
        ? await allowances.insert(changed)
        : (await allowances.changeOne({ _id: personId, version: present.version }, change)) !== null;
    if (isWritten) return { allowance: changed, isChanged: true };
  }
  throw new Error(`one allowance was changed ${tries} times while this change was being made`);
}
