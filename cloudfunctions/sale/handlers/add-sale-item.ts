import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { itemIdOf } from '../documents';
import { checkTerms, isSameItem, newItem } from '../rules/item';
import { settlePictures } from '../settle-pictures';
import { checkPictures, shownItem } from '../shown-items';
import { store } from '../store';

export const addSaleItem: Handler<SaleContract['addSaleItem']> = async (input, { caller, now }) => {
  const { requestId, ...added } = input;
  checkTerms(added.terms);
  await checkPictures(added.pictureFileIds, requestId);
  const item = newItem(itemIdOf(requestId), added, { personId: personOf(caller).personId, at: instant(now) });
  if (await store.items.insert(item)) return shownItem(await settlePictures(item, now));
  const earlier = await store.items.read(item._id);
  return earlier && isSameItem(earlier, added) ? shownItem(earlier) : refuse('request_id_reused');
};
