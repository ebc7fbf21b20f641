import type { PeopleContract } from '../../../shared/people/contract';
import type { Handler } from '../../platform/serve';
import { meOf } from '../me';

/** Everything is in the identity that `serve` has read already. */
export const readMe: Handler<PeopleContract['readMe']> = async (_, { caller }) => meOf(caller);
