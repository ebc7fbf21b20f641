import { instant } from '../../../shared/kernel/day';
import type { PeopleContract } from '../../../shared/people/contract';
import { firstBranchOf, reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { type Caller, personOf } from '../../platform/caller';
import { keyed } from '../../platform/secret';
import type { Handler } from '../../platform/serve';
import { mustKnowBranch } from '../branches';
import { leaseFree, type RosterBatchDocument } from '../documents';
import { keptUntil } from '../roster/advance-batch';
import { batchView } from '../roster/batch-view';
import { store } from '../store';

/** The same request of the same person is always the same batch; nobody else can guess where its file lies. */
const batchIdOf = (personId: string, requestId: string) =>
  `b-${keyed('blindIndex', JSON.stringify(['rosterBatch', personId, requestId])).slice(0, 22)}`;

/** Where no branch is named, HR of several imports for the first of them, HR everywhere for everybody. */
async function branchOf({ reach }: Caller, asked: string | undefined): Promise<string | null> {
  if (asked === undefined) return firstBranchOf(reach);
  if (!reaches(reach, asked)) return refuse('branch_out_of_reach');
  await mustKnowBranch(asked);
  return asked;
}

export const openRosterBatch: Handler<PeopleContract['openRosterBatch']> = async (input, { caller, now }) => {
  const { fileName, branchId, requestId } = input;
  const { personId, name } = personOf(caller);
  const _id = batchIdOf(personId, requestId);
  const openedAt = instant(now);
  const batch: RosterBatchDocument = {
    _id,
    sort: `${openedAt}.${_id}`,
    fileName,
    branchId: await branchOf(caller, branchId),
    stage: 'opened',
    fileProblem: null,
    uploadPath: `roster/${_id}/source.${/\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv'}`,
    fileId: null,
    columns: [],
    totalRows: null,
    doneRows: 0,
    phase: null,
    counts: { new: 0, changed: 0, unchanged: 0, waiting: 0, rejected: 0, leftOut: 0 },
    open: [],
    summary: null,
    openedBy: name,
    openedAt,
    today: null,
    appliedAt: null,
    undoUntil: null,
    purgeAt: keptUntil(now),
    requests: { open: requestId },
    leaseHolder: null,
    leaseUntil: leaseFree,
    movingSince: null,
  };
  if (await store.rosterBatches.insert(batch)) return batchView(batch);
  const present = await store.rosterBatches.read(_id);
  if (present?.fileName !== fileName || present.branchId !== batch.branchId) return refuse('request_id_reused');
  return batchView(present);
};
