/**
 * A refusal that travels to the SDK as `{code, message}`; every other error is a bug of the simulator.
 * Codes are those of the platform (`DATABASE_…`, `FUNCTIONS_…`, `STORAGE_…`, `INVALID_PARAM`).
 */
export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}

/** A request that MongoDB itself would refuse: the platform wraps it in one general code. */
export function refuseRequest(message: string): never {
  throw new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** What is said of a failure, whatever was thrown. */
export function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
