import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock';
import { CloudError, sayError } from '../cloud-error';
import type { FunctionDeclaration } from '../function-declaration';
import { ENV_ID } from '../sdk-environment';
import { FunctionLogs } from './function-logs';
import { FunctionPool } from './function-pool';
import { InvocationLog } from './invocation-log';
import { type BuiltFunction, buildStamp, readFunctions } from './read-functions';

/** Who calls a function. */
export interface Caller {
  /** Absent for timers and calls from outside any phone. */
  openId?: string;
  /** The chain of callers as the platform names it: `wx_client`, `wx_client,scf`, `wx_trigger`. */
  source: string;
}

/** A running invocation, so that what it calls in turn is known to come from the same person. */
interface Running {
  caller: Caller;
}

/** How functions are run. */
export interface RunnerOptions {
  root: string;
  /** What every instance needs: the machine's and the SDKs' variables. */
  environment: Record<string, string>;
  /** The variables of the program; a function gets those that its declaration names, or all when it names none. */
  programEnvironment: Record<string, string>;
  /** Instances of one function at the same time. */
  instances: number;
  /** The functions see its time. */
  clock: Clock;
  /** Called with the declarations at the start and after every rebuild. */
  declare: (declarations: FunctionDeclaration[]) => void;
}

/** A WeChat AppID that belongs to nobody. */
export const LOCAL_APP_ID = 'wx00000000000000aa';

const DEFAULT_MEMORY_MB = 256;
const DEFAULT_TIMEOUT_SECONDS = 3;

/** How often the folder is looked at. A build writes many files: they are loaded once two looks agree. */
const LOOK_MS = 300;

/** Runs built cloud functions in child processes with the caller's context in their environment. */
export class FunctionRunner {
  readonly logs = new FunctionLogs();
  readonly invocations = new InvocationLog();
  private readonly options: RunnerOptions;
  private readonly running = new Map<string, Running>();
  private functions = new Map<string, BuiltFunction & { pool: FunctionPool }>();
  private readonly looking: NodeJS.Timeout;
  private loadedStamp: string;
  private seenStamp: string;

  constructor(options: RunnerOptions) {
    this.options = options;
    this.loadedStamp = buildStamp(options.root);
    this.seenStamp = this.loadedStamp;
    this.load();
    // Watching by the operating system loses a folder that a build deletes and makes again.
    this.looking = setInterval(() => this.reloadWhenBuilt(), LOOK_MS);
    this.looking.unref();
  }

  declarations(): FunctionDeclaration[] {
    return [...this.functions.values()].map(({ declaration }) => declaration);
  }

  /** Names with the number of warm instances and the limits in force. */
  list(): { name: string; warm: number; memoryMb: number; timeoutSeconds: number }[] {
    return [...this.functions].map(([name, { pool, declaration }]) => {
      const { memoryMb = DEFAULT_MEMORY_MB, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = declaration;
      return { name, warm: pool.warm, memoryMb, timeoutSeconds };
    });
  }

  /** The caller of a running invocation, by the id that it puts into its requests. */
  callerOf(traceId: string | undefined): Caller | undefined {
    return traceId === undefined ? undefined : this.running.get(traceId)?.caller;
  }

  /** Runs a function; its result as JSON text. Failures carry the platform's codes. */
  async invoke(name: string, event: unknown, caller: Caller, requestId: string = randomUUID()): Promise<string> {
    const found = this.functions.get(name);
    if (found === undefined) {
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        'FunctionName parameter could not be found. FunctionName could not be found.',
      );
    }
    const { memoryMb = DEFAULT_MEMORY_MB, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = found.declaration;
    const environment = callEnvironment(caller, requestId);
    const context = {
      request_id: requestId,
      function_name: name,
      function_version: '$LATEST',
      memory_limit_in_mb: memoryMb,
      time_limit_in_ms: timeoutSeconds * 1000,
      namespace: ENV_ID,
      environ: Object.entries(environment)
        .map(([key, value]) => `${key}=${value}`)
        .join(';'),
      environment: JSON.stringify(environment),
    };
    const { shiftMs } = this.options.clock;
    const invocation = { event, context, environment, timeoutMs: timeoutSeconds * 1000, shiftMs };
    return this.recorded(name, caller, requestId, (taken) => found.pool.invoke(invocation, taken));
  }

  async close(): Promise<void> {
    clearInterval(this.looking);
    await Promise.all([...this.functions.values()].map(({ pool }) => pool.close()));
  }

  /** Runs an invocation and notes who asked for it, how long it took and how it ended. */
  private async recorded(
    functionName: string,
    caller: Caller,
    requestId: string,
    run: (taken: (cold: boolean) => void) => Promise<string>,
  ): Promise<string> {
    const began = performance.now();
    const at = this.options.clock.now().toISOString();
    let cold = false;
    const note = (code?: string) => {
      const millis = performance.now() - began;
      const ending = code === undefined ? {} : { code };
      this.invocations.add({ functionName, requestId, at, ...caller, millis, cold, ...ending });
    };
    this.running.set(requestId, { caller });
    try {
      const text = await run((fresh) => {
        cold = fresh;
      });
      note();
      return text;
    } catch (error) {
      note(error instanceof CloudError ? error.code : 'SYS_ERR');
      this.logs.add(functionName, 'stderr', `${requestId} ${sayError(error)}`);
      throw error;
    } finally {
      this.running.delete(requestId);
    }
  }

  private load(): void {
    const built = readFunctions(this.options.root);
    this.options.declare(built.map(({ declaration }) => declaration));
    const before = this.functions;
    this.functions = new Map(built.map((each) => [each.declaration.name, { ...each, pool: this.makePool(each) }]));
    for (const { pool } of before.values()) pool.retire();
  }

  private makePool({ folder, declaration }: BuiltFunction): FunctionPool {
    const { name, memoryMb = DEFAULT_MEMORY_MB } = declaration;
    const print = (stream: 'stdout' | 'stderr', text: string) => this.logs.add(name, stream, text);
    const environment = { ...this.chooseEnvironment(declaration), ...this.options.environment };
    const shiftMs = () => this.options.clock.shiftMs;
    return new FunctionPool({ folder, memoryMb, shiftMs, print, environment }, this.options.instances);
  }

  /** A variable that is not declared would be missing after the deployment, so it is missing here too. */
  private chooseEnvironment({ name, environment }: FunctionDeclaration): Record<string, string> {
    const given = this.options.programEnvironment;
    if (environment === undefined) return given;
    const missing = environment.filter((variable) => given[variable] === undefined);
    if (missing.length > 0)
      this.logs.add(name, 'stderr', `These variables are declared but not set: ${missing.join(', ')}`);
    return Object.fromEntries(Object.entries(given).filter(([variable]) => environment.includes(variable)));
  }

  private reloadWhenBuilt(): void {
    const stamp = buildStamp(this.options.root);
    const settled = stamp === this.seenStamp;
    this.seenStamp = stamp;
    if (!settled || stamp === '' || stamp === this.loadedStamp) return;
    this.loadedStamp = stamp;
    try {
      this.load();
    } catch (error) {
      this.logs.add('simulator', 'stderr', `The functions were not loaded again: ${sayError(error)}`);
    }
  }
}

/** The caller as the SDKs read it: only keys named in the two lists count. */
function callEnvironment({ openId, source }: Caller, requestId: string): Record<string, string> {
  const wx = {
    WX_APPID: LOCAL_APP_ID,
    WX_CLIENTIP: '127.0.0.1',
    ...(openId === undefined ? {} : { WX_OPENID: openId }),
  };
  const tcb = { TCB_ENV: ENV_ID, TCB_SEQID: requestId, TCB_SOURCE: source, TCB_SOURCE_IP: '127.0.0.1' };
  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
  };
}
