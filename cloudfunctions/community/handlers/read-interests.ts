import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { interests } from '../store';

export const readInterests: Handler<CommunityContract['readInterests']> = async (_input, { caller }) => {
  const mine = await interests.read(personOf(caller).personId);
  return { topics: mine?.topics ?? [] };
};
