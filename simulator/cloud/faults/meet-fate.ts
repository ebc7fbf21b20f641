import type { ServerResponse } from 'node:http';
import { CloudError } from '../cloud-error';
import { CONFLICT } from '../database/transactions';
import { answerJson } from '../http-exchange';
import type { RequestFate } from './faults';

/** Longer than any function may run. */
const HANG_MS = 60_000;

/** The refusal of a request that meets a conflict on purpose. */
export function plannedConflict(): CloudError {
  return new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT);
}

/** Lets a request wait, hang or fail before it is carried out. @returns whether it is to be carried out */
export async function survives({ delayMs, ending }: RequestFate, response: ServerResponse): Promise<boolean> {
  if (delayMs > 0) await waitOrClose(delayMs, response);
  if (ending === 'timeout') {
    await waitOrClose(HANG_MS, response);
    response.destroy();
    return false;
  }
  if (ending === 'error') {
    answerJson(response, { message: 'Service Unavailable' }, 503);
    return false;
  }
  return !response.destroyed;
}

/** Resolved after a time, or as soon as the caller has left. */
function waitOrClose(millis: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      response.off('close', end);
      resolve();
    };
    const timer = setTimeout(end, millis);
    response.once('close', end);
  });
}
