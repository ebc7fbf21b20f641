import type { RecognitionContract } from '../../../shared/recognition/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { store } from '../store';

/** Who never said anything is wished well. */
export const readCareWishes: Handler<RecognitionContract['readCareWishes']> = async (_input, { caller }) =>
  (await store.careWishes.read(personOf(caller).personId)) ?? { birthday: true, anniversary: true, others: true };
