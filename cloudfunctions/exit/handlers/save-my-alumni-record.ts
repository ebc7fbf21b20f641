import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { myRecord, sealedContact } from '../alumni-record';
import type { StoredAlumnus } from '../documents';
import { store } from '../store';

const keptRequests = 20;

/** One document, written whole: what was there before is gone. Without any consent nobody else sees it. */
export const saveMyAlumniRecord: Handler<ExitContract['saveMyAlumniRecord']> = async (input, { caller, now }) => {
  const { requestId, contact, expertIn, ...said } = input;
  const { personId: _id, name: personName, branchId, departmentName, position } = personOf(caller);
  const earlier = await store.alumni.read(_id);
  if (earlier?.requestIds.includes(requestId)) return myRecord(earlier);
  const { consents } = said;
  const alumnus: StoredAlumnus = {
    ...{ _id, personName, branchId, departmentName, position, ...said, contact: sealedContact(_id, contact) },
    ...{ expertIn: [...new Set(expertIn)], isCore: earlier?.isCore ?? false, savedAt: instant(now) },
    isListed: consents.contact || consents.news || consents.jobs,
    requestIds: [...(earlier?.requestIds ?? []), requestId].slice(-keptRequests),
    sort: `${personName}.${_id}`,
  };
  await store.alumni.put(alumnus);
  return myRecord(alumnus);
};
