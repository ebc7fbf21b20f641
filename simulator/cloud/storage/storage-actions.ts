import { randomUUID } from 'node:crypto';
import { CloudError } from '../cloud-error';
import { isDocument } from '../database/document';
import type { ActionAnswer, ActionRequest } from '../database-actions';
import { checkPath, cloudPathOf, type FileStore, fileIdOf } from './file-store';

/** A permit to upload one file, given to a function. */
interface UploadPermit {
  cloudPath: string;
  expires: number;
}

const PERMIT_MS = 15 * 60 * 1000;
const DEFAULT_LINK_SECONDS = 7200;

/** The storage actions of both SDKs. */
export class StorageActions {
  private readonly files: FileStore;
  private readonly now: () => Date;
  private readonly baseUrl: () => string;
  private readonly permits = new Map<string, UploadPermit>();

  constructor(files: FileStore, now: () => Date, baseUrl: () => string) {
    this.files = files;
    this.now = now;
    this.baseUrl = baseUrl;
  }

  /** The answer to a storage action; `undefined` when it is none of these. */
  answer(action: string, request: ActionRequest): ActionAnswer | undefined {
    switch (action) {
      case 'storage.getUploadMetadata':
        return this.permitUpload(String(request.path ?? ''));
      case 'storage.batchGetDownloadUrl':
        return this.linkFiles(readList(request.file_list));
      case 'storage.batchDeleteFile':
        return this.deleteFiles(readList(request.fileid_list));
      default:
        return undefined;
    }
  }

  /** The cloud path an upload was permitted for, once. */
  redeemPermit(token: string): string | undefined {
    const permit = this.permits.get(token);
    this.permits.delete(token);
    return permit !== undefined && permit.expires >= Date.now() ? permit.cloudPath : undefined;
  }

  private permitUpload(cloudPath: string): ActionAnswer {
    checkPath(cloudPath);
    const token = randomUUID();
    for (const [old, { expires }] of this.permits) {
      if (expires < Date.now()) this.permits.delete(old);
    }
    this.permits.set(token, { cloudPath, expires: Date.now() + PERMIT_MS });
    const fileId = fileIdOf(cloudPath);
    const url = `${this.baseUrl()}/storage/upload/${token}`;
    return { data: { url, token, authorization: token, fileId, cosFileId: encodeURIComponent(fileId) }, returned: 1 };
  }

  private linkFiles(list: unknown[]): ActionAnswer {
    const links = list.map((item) => {
      const { fileid: fileID, max_age: maxAge } = isDocument(item) ? item : {};
      return forEachFile(fileID, (cloudPath) => {
        const file = this.files.find(cloudPath) ?? refuseMissing(fileID);
        const seconds = typeof maxAge === 'number' && maxAge > 0 ? maxAge : DEFAULT_LINK_SECONDS;
        return { tempFileURL: this.baseUrl() + this.files.link(file, seconds, this.now()) };
      });
    });
    return { data: { download_list: links }, returned: links.length };
  }

  private deleteFiles(list: unknown[]): ActionAnswer {
    const deleted = list.map((fileID) =>
      forEachFile(fileID, (cloudPath) => {
        if (!this.files.remove(cloudPath)) refuseMissing(fileID);
        return {};
      }),
    );
    return { data: { delete_list: deleted }, returned: deleted.length };
  }
}

function readList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new CloudError('INVALID_PARAM', 'A list of files is missing.');
}

function refuseMissing(fileId: unknown): never {
  throw new CloudError('STORAGE_FILE_NONEXIST', `storage file not exists: ${String(fileId)}`);
}

/** One file's failure does not fail the others. */
function forEachFile(fileID: unknown, act: (cloudPath: string) => Record<string, unknown>): Record<string, unknown> {
  try {
    return { fileID, code: 'SUCCESS', ...act(cloudPathOf(fileID)) };
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return { fileID, tempFileURL: '', code: error.code, message: error.message };
  }
}
