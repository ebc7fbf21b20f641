import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { wishes } from '../store';

export const dropWish: Handler<PointsContract['dropWish']> = async ({ giftId }, { caller }) => {
  const left = await wishes.changeOne({ _id: personOf(caller).personId }, { giftIds: by.pulling(giftId) });
  return { wishes: left?.giftIds.length ?? 0 };
};
