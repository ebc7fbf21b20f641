import tcb from '@cloudbase/node-sdk';
import type { Cloud } from './start-cloud';

/** `@cloudbase/node-sdk` as a cloud function has it, talking to a local cloud. For tests: one SDK per process. */
export function openNodeSdk(cloud: Cloud): ReturnType<typeof tcb.init> {
  Object.assign(process.env, cloud.sdkEnvironment);
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
}
