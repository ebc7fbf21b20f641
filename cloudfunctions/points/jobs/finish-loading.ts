import { by, is } from '../../platform/db';
import { mostSuppliedBefore } from '../rules/gift';
import { codes, gifts } from '../store';

/**
 * Puts the codes of a batch on the shelf: as many pieces as codes, in the stroke that forgets the intent, so exactly
 * once. No call writes codes for longer than a function lives, so a batch that is older is whole, or cut off for good.
 */
export async function finishLoading(giftId: string, batch: string): Promise<void> {
  const pieces = await codes.count({ giftId, batch });
  await gifts.changeOne(
    { _id: giftId, 'loading.batch': batch, supplied: is.atMost(mostSuppliedBefore(pieces)) },
    { stock: by.adding(pieces), supplied: by.adding(pieces), loading: by.pulling({ batch }) },
  );
}
