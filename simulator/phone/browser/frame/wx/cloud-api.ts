import { reportProblem } from '../problems';
import { keepTempFile, resolveCloudFilesWith, resolveFileUrl, tempFile } from '../temp-files';
import { asyncApi, list, type Options, text } from './api';
import { cloudDatabase } from './cloud-database';
import { postJson, postToCloud } from './cloud-request';

interface TempUrl {
  fileID: string;
  tempFileURL: string;
  status: number;
  errMsg: string;
}

async function tempUrls(fileIds: string[]): Promise<TempUrl[]> {
  const { fileList } = await postJson('cloud.getTempFileURL', '/phone/temp-urls', { fileList: fileIds });
  return Array.isArray(fileList) ? (fileList as TempUrl[]) : [];
}

async function urlOf(fileId: string): Promise<string> {
  const [found] = await tempUrls([fileId]);
  if (found === undefined || found.tempFileURL === '') throw new Error(found?.errMsg ?? 'file not found');
  return found.tempFileURL;
}

function fileIds(options: Options): string[] {
  return list(options, 'fileList').map((file) =>
    typeof file === 'object' && file !== null && 'fileID' in file ? String(file.fileID) : String(file),
  );
}

/** wx.cloud against the local CloudBase of the simulator. */
export function cloudApi(): Record<string, unknown> {
  resolveCloudFilesWith(urlOf);
  const known: Record<string, unknown> = {
    init: () => undefined,
    database: cloudDatabase,
    callFunction: asyncApi('cloud.callFunction', async (options) => {
      const { result, requestID } = await postJson('cloud.callFunction', '/phone/call', {
        name: text(options, 'name'),
        data: options.data ?? {},
      });
      return { result, requestID };
    }),
    uploadFile: asyncApi('cloud.uploadFile', async (options) => {
      const path = text(options, 'filePath');
      const file = tempFile(path) ?? (await (await fetch(await resolveFileUrl(path))).blob());
      const query = new URLSearchParams({ path: text(options, 'cloudPath') });
      const { fileID } = await postToCloud(
        'cloud.uploadFile',
        `/phone/upload?${query}`,
        file,
        file.type || 'application/octet-stream',
      );
      return { fileID, statusCode: 200 };
    }),
    getTempFileURL: asyncApi('cloud.getTempFileURL', async (options) => ({
      fileList: await tempUrls(fileIds(options)),
    })),
    downloadFile: asyncApi('cloud.downloadFile', async (options) => {
      const answer = await fetch(await urlOf(text(options, 'fileID')));
      return { tempFilePath: keepTempFile(await answer.blob(), text(options, 'fileID')), statusCode: answer.status };
    }),
    deleteFile: asyncApi('cloud.deleteFile', async (options) => {
      const { fileList } = await postJson('cloud.deleteFile', '/phone/delete-files', { fileList: fileIds(options) });
      return { fileList };
    }),
  };
  return new Proxy(known, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target) return target[String(name)];
      reportProblem('missing-api', `wx.cloud.${name}`);
      return undefined;
    },
  });
}
