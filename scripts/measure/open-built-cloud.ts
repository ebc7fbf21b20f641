import { join } from 'node:path';
import { signedCall } from '../../cloudfunctions/platform/system-call';
import type { Ask } from '../../seeds/sample-calls/sample-call';
import type { Answer } from '../../shared/kernel/contract';
import { type Cloud, type CloudOptions, startCloud } from '../../simulator/cloud/start-cloud';
import { freshKeys } from '../keys';

/** The built functions in processes of their own, on a database of its own, as they are deployed. */
export interface BuiltCloud {
  cloud: Cloud;
  ask: Ask;
  /** One call as the phone makes it; `system` as one of our own functions makes it. */
  send(as: string, context: string, call: string, input: object): Promise<Answer<unknown>>;
  close(): Promise<void>;
}

/** @param options in what it differs from the functions where the build puts them, with timers by the clock */
export async function openBuiltCloud(
  root: string,
  options: Pick<CloudOptions, 'functionsRoot' | 'startAt' | 'timers'> = {},
): Promise<BuiltCloud> {
  const keys = freshKeys();
  Object.assign(process.env, keys);
  const functionsRoot = join(root, 'dist/cloudfunctions');
  const cloud = await startCloud({ functionsRoot, environment: { ...keys }, ...options });
  return { cloud, ...waysInto(cloud), close: () => cloud.close() };
}

/** How calls reach a running cloud; those of `system` are signed with the key of this process's environment. */
export function waysInto(cloud: Cloud): Pick<BuiltCloud, 'ask' | 'send'> {
  const send: BuiltCloud['send'] = async (as, context, call, input) => {
    const isSystem = as === 'system';
    const request = isSystem ? signedCall(context, call, input, cloud.clock.now()) : { call, input };
    const called = await cloud.call(isSystem ? '' : as, context, request);
    if ('errMsg' in called) throw new Error(called.errMsg);
    return called.result as Answer<unknown>;
  };
  const ask: Ask = {
    async call(as, context, call, input) {
      const answer = await send(as, context, call, input as object);
      if (!answer.ok) throw new Error(`${context}.${call} said ${JSON.stringify(answer)}`);
      return answer.data as never;
    },
    async upload(as, cloudPath, content) {
      const url = `${cloud.url}/phone/upload?path=${encodeURIComponent(cloudPath)}`;
      const answer = await fetch(url, { method: 'POST', headers: { 'x-open-id': as }, body: new Uint8Array(content) });
      return ((await answer.json()) as { fileID: string }).fileID;
    },
  };
  return { ask, send };
}
