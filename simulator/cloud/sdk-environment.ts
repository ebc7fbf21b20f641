/** The one environment a local cloud has. */
export const ENV_ID = 'local-simulator';

/**
 * The environment that makes the unmodified SDKs talk to a local cloud. Without the region and SCF both SDKs first ask
 * the platform's metadata server; without credentials `@cloudbase/node-sdk` ends the process.
 */
export function sdkEnvironment(url: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENV_ID,
    TCB_ENV: ENV_ID,
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: '',
  };
}
