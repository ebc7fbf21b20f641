import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { cloudPathOf, readFile } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { checkSaleDays, isSameGift, shelved } from '../rules/gift';
import { isGiftPicture, isGiftPicturePath } from '../rules/gift-picture';
import { gifts } from '../store';

export const addGift: Handler<PointsContract['addGift']> = async ({ requestId, ...content }, { now }) => {
  const { pictureFileId } = content;
  checkSaleDays(content);
  if (content.handing === 'code' && content.stock > 0) return refuse('gift_stock_by_codes');
  if (pictureFileId !== null) await checkPicture(pictureFileId, requestId);
  const gift = shelved({
    ...content,
    _id: requestId,
    supplied: content.stock,
    onSale: true,
    createdAt: instant(now),
  });
  if (await gifts.insert(gift)) return pictured(gift);
  const earlier = await gifts.read(gift._id);
  return earlier && isSameGift(earlier.added, gift.added) ? pictured(earlier) : refuse('request_id_reused');
};

/** Only the file that was uploaded for this very request: nobody can put another person's file into the mall. */
async function checkPicture(fileId: string, requestId: string): Promise<void> {
  const path = cloudPathOf(fileId);
  if (path === null || !isGiftPicturePath(path, requestId)) refuse('gift_picture_unusable');
  const picture = await readFile(fileId);
  if (!picture || !isGiftPicture(picture)) refuse('gift_picture_unusable');
}
