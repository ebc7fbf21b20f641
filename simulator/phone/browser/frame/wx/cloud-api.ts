import { reportProblem } from '../problems';
import { shell } from '../shell';
import { keepTempFile, resolveCloudFilesWith, resolveFileUrl, tempFile } from '../temp-files';
import { asyncApi, list, type Options, text } from './api';
import { reachNetwork } from './network-api';

interface CloudFailure {
  errCode: number;
  errMsg: string;
}

/** How wx.cloud fails without a network. */
const OFFLINE = -1;
const OFFLINE_TEXT =
  'Error: errCode: -1 | errMsg: request:fail errcode:-106 cronet_error_code:-106 ' +
  'error_msg:net::ERR_INTERNET_DISCONNECTED';

function fail(api: string, errCode: number, reason: string): CloudFailure {
  return { errCode, errMsg: `cloud.${api}:fail ${reason}` };
}

async function post(api: string, path: string, body: BodyInit, type: string): Promise<Options> {
  if (!(await reachNetwork())) throw fail(api, OFFLINE, OFFLINE_TEXT);
  let answer: Response;
  try {
    answer = await fetch(path, { method: 'POST', headers: { 'x-open-id': shell.openId, 'content-type': type }, body });
  } catch (error) {
    throw fail(api, OFFLINE, `request:fail ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed: unknown = await answer.json().catch(() => undefined);
  if (typeof parsed !== 'object' || parsed === null)
    throw fail(api, OFFLINE, `the simulator answered ${answer.status}`);
  const { errCode, errMsg } = parsed as Options;
  if (errCode !== undefined && errCode !== 0) {
    throw { errCode: Number(errCode), errMsg: String(errMsg ?? `cloud.${api}:fail`) } satisfies CloudFailure;
  }
  return parsed as Options;
}

function postJson(api: string, path: string, body: unknown): Promise<Options> {
  return post(api, path, JSON.stringify(body), 'application/json');
}

interface TempUrl {
  fileID: string;
  tempFileURL: string;
  status: number;
  errMsg: string;
}

async function tempUrls(fileIds: string[]): Promise<TempUrl[]> {
  const { fileList } = await postJson('getTempFileURL', '/phone/temp-urls', { fileList: fileIds });
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
    callFunction: asyncApi('cloud.callFunction', async (options) => {
      const { result, requestID } = await postJson('callFunction', '/phone/call', {
        name: text(options, 'name'),
        data: options.data ?? {},
      });
      return { result, requestID };
    }),
    uploadFile: asyncApi('cloud.uploadFile', async (options) => {
      const path = text(options, 'filePath');
      const file = tempFile(path) ?? (await (await fetch(await resolveFileUrl(path))).blob());
      const query = new URLSearchParams({ path: text(options, 'cloudPath') });
      const { fileID } = await post(
        'uploadFile',
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
      const { fileList } = await postJson('deleteFile', '/phone/delete-files', { fileList: fileIds(options) });
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
