import type { PeopleContract } from '../../../shared/people/contract';
import { is } from '../../platform/db';
import { sameFingerprint } from '../../platform/secret';
import type { Handler } from '../../platform/serve';
import { joinAs } from '../joining/join-as';
import { codeHashOf } from '../joining/joining-secrets';
import { store } from '../store';

/** More stints than anybody has under one number. */
const codesOfANumber = 20;

export const joinWithCode: Handler<PeopleContract['joinWithCode']> = async (input, { caller, now }) => {
  const { employeeNumber, code, requestId } = input;
  const find = async () => {
    // A badge prints YS-0031; whoever types ys-0031 means the same.
    const written = is.among([
      ...new Set([employeeNumber, employeeNumber.toUpperCase(), employeeNumber.toLowerCase()]),
    ]);
    const codes = await store.joiningCodes.list({ where: { employeeNumber: written }, limit: codesOfANumber });
    return codes.find(({ _id, codeHash }) => sameFingerprint(codeHash, codeHashOf(_id, code))) ?? null;
  };
  return joinAs({ find, requestId, caller, now });
};
