import type { ActionSource } from './admin-endpoint';
import type { Clock } from './clock/clock';
import { CloudError } from './cloud-error';
import type { Database } from './database/database';
import { DATABASE_ACTIONS } from './database-actions';
import type { FunctionRunner } from './functions/function-runner';
import type { StorageActions } from './storage/storage-actions';

/** `database.…` of both SDKs. */
export function databaseActions(database: Database, clock: Clock): ActionSource {
  return (action, request) => {
    const answer = DATABASE_ACTIONS[action];
    return answer === undefined ? undefined : Promise.resolve().then(() => answer(database, request, clock.now()));
  };
}

/** `storage.…` of both SDKs. */
export function storageActions(storage: StorageActions): ActionSource {
  return (action, request) => {
    if (!action.startsWith('storage.')) return undefined;
    const answer = storage.answer(action, request);
    return answer === undefined ? undefined : Promise.resolve(answer);
  };
}

/** A function calling another: the person at the phone and the chain of callers go with it. */
export function functionActions(runner: FunctionRunner | undefined): ActionSource {
  return (action, request, { requestId, traceId }) => {
    if (action !== 'functions.invokeFunction') return undefined;
    if (runner === undefined) throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
    const calling = runner.callerOf(traceId);
    const caller = calling === undefined ? { source: 'scf' } : { ...calling, source: `${calling.source},scf` };
    const text = typeof request.request_data === 'string' && request.request_data !== '' ? request.request_data : '{}';
    const invoked = runner.invoke(String(request.function_name), JSON.parse(text), caller, requestId);
    return invoked.then((result) => ({ data: { response_data: result }, returned: 1 }));
  };
}
