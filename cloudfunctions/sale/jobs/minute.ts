import { minutesAfter } from '../../../shared/kernel/day';
import type { Job } from '../../platform/serve';
import { placeOrders } from '../place-orders';
import { returnAll } from '../return-pieces';
import { settleAllPictures } from '../settle-pictures';
import { tellOrders } from '../tell-order';

/** Each minute, what was cut off: orders to write, pieces to put back, owners to tell, pictures to check. */
export const minute: Job = async (now) => {
  const quietSince = minutesAfter(now, -1);
  return {
    placed: await placeOrders(quietSince),
    returned: await returnAll(quietSince),
    told: await tellOrders(quietSince, now),
    pictured: await settleAllPictures(quietSince, now),
  };
};
