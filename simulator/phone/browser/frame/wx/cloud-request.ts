import { shell } from '../shell';
import { isSinglePage } from '../single-page';
import type { Options } from './api';
import { reachNetwork } from './network-api';

/** How `wx.cloud` fails. */
export interface CloudFailure {
  errCode: number;
  errMsg: string;
}

/** How wx.cloud fails without a network. */
const OFFLINE = -1;
const OFFLINE_TEXT =
  'Error: errCode: -1 | errMsg: request:fail errcode:-106 cronet_error_code:-106 ' +
  'error_msg:net::ERR_INTERNET_DISCONNECTED';

/** @param api as in `cloud.callFunction` */
function cloudFailure(api: string, errCode: number, reason: string): CloudFailure {
  return { errCode, errMsg: `${api}:fail ${reason}` };
}

/** Posts to the local cloud in the name of the person. @throws CloudFailure also for what the cloud refused */
export async function postToCloud(api: string, path: string, body: BodyInit, type: string): Promise<Options> {
  // An account may open its cloud to people without a login; whether it has cannot be known here.
  if (isSinglePage()) throw cloudFailure(api, OFFLINE, 'a single page in Moments has no login');
  if (!(await reachNetwork())) throw cloudFailure(api, OFFLINE, OFFLINE_TEXT);
  let answer: Response;
  try {
    answer = await fetch(path, { method: 'POST', headers: { 'x-open-id': shell.openId, 'content-type': type }, body });
  } catch (error) {
    throw cloudFailure(api, OFFLINE, `request:fail ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed: unknown = await answer.json().catch(() => undefined);
  if (typeof parsed !== 'object' || parsed === null) {
    throw cloudFailure(api, OFFLINE, `the simulator answered ${answer.status}`);
  }
  const { errCode, errMsg } = parsed as Options;
  if (errCode !== undefined && errCode !== 0) {
    throw { errCode: Number(errCode), errMsg: String(errMsg ?? `${api}:fail`) } satisfies CloudFailure;
  }
  return parsed as Options;
}

export function postJson(api: string, path: string, body: unknown): Promise<Options> {
  return postToCloud(api, path, JSON.stringify(body), 'application/json');
}
