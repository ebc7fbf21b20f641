import type { Job } from '../../platform/serve';
import { expireAccounts } from '../nightly/expire';
import { proveAccounts } from '../nightly/prove';
import { walkNight } from '../nightly/run';
import { keepBoard } from './keep-board';
import { sweep } from './sweep';

/** All that the one timer of this function does: what was begun is finished first, what HR's board shows comes last. */
export const minute: Job = async (now) => ({
  ...(await sweep(now)),
  ...(await walkNight({ expire: expireAccounts, proof: proveAccounts }, now)),
  ...(await keepBoard(now)),
});
