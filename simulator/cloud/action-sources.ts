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

/** Functions that live in the process which started the cloud: name and event to what the function returns. */
export type InvokeHere = (name: string, event: unknown) => Promise<unknown>;

/**
 * A function calling another: the person at the phone and the chain of callers go with it. Without a runner the
 * functions of this process are asked, if there are any.
 */
export function functionActions(runner: FunctionRunner | undefined, invokeHere?: InvokeHere): ActionSource {
  return (action, request, { requestId, traceId }) => {
    if (action !== 'functions.invokeFunction') return undefined;
    const text = typeof request.request_data === 'string' && request.request_data !== '' ? request.request_data : '{}';
    const [name, event] = [String(request.function_name), JSON.parse(text) as unknown];
    const answered = (result: string | undefined) => ({ data: { response_data: result ?? 'null' }, returned: 1 });
    if (runner !== undefined) {
      const calling = runner.callerOf(traceId);
      const caller = calling === undefined ? { source: 'scf' } : { ...calling, source: `${calling.source},scf` };
      return runner.invoke(name, event, caller, requestId).then(answered);
    }
    if (invokeHere === undefined)
      throw new CloudError('FUNCTION_NOT_FOUND', 'This cloud was started without functions.');
    return invokeHere(name, event).then((result) => answered(JSON.stringify(result)));
  };
}
