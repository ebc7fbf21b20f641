import type { Clock } from '../clock/clock';
import type { FunctionDeclaration } from '../function-declaration';
import { sdkEnvironment } from '../sdk-environment';
import type { CloudOptions } from '../start-cloud';
import { FunctionRunner } from './function-runner';

type RunnerOptions = Pick<CloudOptions, 'functionsRoot' | 'environment' | 'instancesPerFunction'>;

/** What a child process needs of the machine; nothing else of ours reaches the functions. */
const SYSTEM_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'TEMP', 'TMP'];

/** The runner of a cloud's functions; undefined for a cloud without a folder of them. @param url of the cloud */
export function startRunner(
  options: RunnerOptions,
  url: string,
  declare: (declarations: FunctionDeclaration[]) => void,
  clock: Clock,
): FunctionRunner | undefined {
  if (options.functionsRoot === undefined) return undefined;
  const system = SYSTEM_VARIABLES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  // The platform's containers run in UTC.
  const environment = { ...Object.fromEntries(system), TZ: 'UTC', ...sdkEnvironment(url) };
  return new FunctionRunner({
    root: options.functionsRoot,
    environment,
    programEnvironment: { WECHAT_API_URL: `${url}/wechat`, ...options.environment },
    instances: options.instancesPerFunction ?? 4,
    clock,
    declare,
  });
}
