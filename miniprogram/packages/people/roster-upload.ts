import type { Answer } from '../../../shared/kernel/contract';
import type { RosterBatchView } from '../../../shared/people/roster';
import { cloud } from '../../cloud/client';
import { newRequestId } from '../../cloud/intent';
import { uploadFile } from '../../cloud/upload';

export interface ChosenFile {
  name: string;
  path: string;
}

/** A CSV or XLSX from a chat; null when nobody chose one. */
export async function chooseRosterFile(): Promise<ChosenFile | null> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] })
    .catch(() => ({ tempFiles: [] }));
  const file = chosen.tempFiles[0];
  return file ? { name: file.name.slice(-120), path: file.path } : null;
}

/** Uploads to the place that the batch names and has the cloud read the headings. */
export async function sendRoster(batch: RosterBatchView, file: ChosenFile): Promise<Answer<RosterBatchView>> {
  const sent = await uploadFile(batch.uploadPath, file.path);
  if (!sent.ok) return { ok: false, code: 'unreachable' };
  return cloud.people.readRosterColumns({ batchId: batch._id, fileId: sent.fileId, requestId: newRequestId() });
}
