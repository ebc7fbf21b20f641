import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { store } from '../store';
import { markForCheck } from './draw-gift-card';

const atOnce = 20;

/** What nobody was given goes; a number that is drawn at this moment is either gone or its person's. */
export const removeFree = (batchId: string): Promise<number> =>
  store.numbers.removeAll({ broughtBy: batchId, careId: null });

/** A minute later once more, when no call can bring in its numbers any longer; then the stock is looked at. */
export async function finishTakingBack(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.batches.list({ where: { removingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, async ({ _id, giftCardId }) => {
    await removeFree(_id);
    await markForCheck(giftCardId, now);
    await store.batches.changeOne({ _id }, { removingSince: null });
  });
  return found.length;
}
