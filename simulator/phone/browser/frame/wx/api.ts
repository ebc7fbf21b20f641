/** How WeChat's asynchronous functions fail: an object with `errMsg`, and sometimes a number. */
export interface ApiFailure {
  errMsg: string;
  errno?: number;
  errCode?: number;
}

/** Thrown inside an API to fail with `<name>:fail <reason>`. */
export class ApiError extends Error {
  constructor(
    reason: string,
    readonly errno?: number,
  ) {
    super(reason);
  }
}

export type Options = Record<string, unknown>;
export type Api = (options?: Options) => unknown;

/**
 * A function in WeChat's two forms: with `success`, `fail` or `complete` it returns nothing and calls them, without
 * it returns a promise. The answer always carries `errMsg`.
 */
export function asyncApi(name: string, run: (options: Options) => unknown): Api {
  return (given = {}) => {
    const options = given ?? {};
    const answer = Promise.resolve()
      .then(() => run(options))
      .then(
        (result) => ({ ...(typeof result === 'object' && result !== null ? result : {}), errMsg: `${name}:ok` }),
        (error: unknown) => {
          throw failure(name, error);
        },
      );
    const listeners = [options.success, options.fail, options.complete];
    if (!listeners.some((listener) => typeof listener === 'function')) return answer;
    answer.then(
      (result) => call(options.success, result, options.complete),
      (reason) => call(options.fail, reason, options.complete),
    );
    return undefined;
  };
}

function failure(name: string, error: unknown): ApiFailure {
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return error as ApiFailure;
  const reason = error instanceof Error ? error.message : String(error);
  const errno = error instanceof ApiError ? error.errno : undefined;
  return { errMsg: `${name}:fail ${reason}`.trim(), ...(errno === undefined ? {} : { errno }) };
}

/** Listeners are the program's: what they throw is theirs and must not look like our failure. */
function call(listener: unknown, value: unknown, complete: unknown): void {
  for (const each of [listener, complete]) {
    if (typeof each === 'function') setTimeout(() => each(value));
  }
}

export function text(options: Options, name: string, otherwise = ''): string {
  const value = options[name];
  return value === undefined || value === null ? otherwise : String(value);
}

export function number(options: Options, name: string, otherwise: number): number {
  const value = Number(options[name]);
  return options[name] === undefined || Number.isNaN(value) ? otherwise : value;
}

export function list(options: Options, name: string): unknown[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}
