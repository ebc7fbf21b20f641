import type { Answer } from '../../../shared/kernel/contract';
import type { RosterBatchView } from '../../../shared/people/roster';
import { cloud } from '../../cloud/client';
import { newRequestId } from '../../cloud/intent';
import { refusalText } from '../../cloud/refusal-text';
import { uploadFile } from '../../cloud/upload';

export interface ChosenFile {
  name: string;
  path: string;
  bytes: number;
}

const mostBytes = 10_000_000;

/** What can be said of a file before anything is sent, so that no import is begun for it. Empty when it may fit. */
export function unfitFile({ name, bytes }: ChosenFile): string {
  if (!/\.(csv|xlsx)$/i.test(name)) {
    return refusalText({ code: 'roster_file_unreadable' });
  }
  if (bytes === 0) return refusalText({ code: 'roster_file_empty' });
  const detail = { megabytes: Math.ceil(bytes / 1_000_000) };
  return bytes > mostBytes ? refusalText({ code: 'roster_file_too_large', detail }) : '';
}

/** A CSV or XLSX from a chat; null when nobody chose one. */
export async function chooseRosterFile(): Promise<ChosenFile | null> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx'] })
    .catch(() => ({ tempFiles: [] }));
  const file = chosen.tempFiles[0];
  return file ? { name: file.name.slice(-120), path: file.path, bytes: file.size } : null;
}

/** Uploads to the place that the batch names and has the cloud read the headings. */
export async function sendRoster(batch: RosterBatchView, file: ChosenFile): Promise<Answer<RosterBatchView>> {
  const sent = await uploadFile(batch.uploadPath, file.path);
  if (!sent.ok) return { ok: false, code: 'unreachable' };
  return cloud.people.readRosterColumns({ batchId: batch._id, fileId: sent.fileId, requestId: newRequestId() });
}
