import type { CommunityContract } from '../../../shared/community/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { bylineView } from '../rules/byline';
import { bylines } from '../store';

export const readByline: Handler<CommunityContract['readByline']> = async (_, { caller }) =>
  bylineView(await bylines.read(personOf(caller).personId), caller.roles.includes('alumnus'));
