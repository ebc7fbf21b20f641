import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { checkChange, picturesInstead, touchesOrders } from '../rules/change-item';
import { sortOf } from '../rules/item';
import { settlePictures } from '../settle-pictures';
import { checkPictures, shownItem } from '../shown-items';
import { store } from '../store';

/** Orders and verdicts come at the same moment: how often to look again before saying so. */
const tries = 8;
const rememberedChanges = 20;

/** One conditional change: of the terms that were judged and, where that matters, while nobody has ordered. */
export const changeSaleItem: Handler<SaleContract['changeSaleItem']> = async (input, { caller, now }) => {
  const { itemId, terms, pictureFileIds, requestId } = input;
  const hand = { personId: personOf(caller).personId, at: instant(now) };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const item = (await store.items.read(itemId)) ?? refuse('sale_item_not_found');
    if (item.changes.includes(requestId)) return shownItem(item);
    checkChange(item, terms, hand.at);
    if (pictureFileIds && attempt === 0) await checkPictures(pictureFileIds, requestId);
    const { termsVersion, picturesVersion, stock, supplied } = item;
    const instead = pictureFileIds && picturesInstead(item, pictureFileIds, hand);
    const changed = await store.items.changeOne(
      {
        ...{ _id: itemId, state: 'onSale', termsVersion },
        ...(touchesOrders(item, terms) ? { stock, supplied } : {}),
        ...(instead ? { picturesVersion } : {}),
      },
      {
        ...{ ...terms, sort: sortOf(itemId, terms), termsVersion: by.adding(1) },
        changes: by.appending([requestId], rememberedChanges),
        ...(instead ? { ...instead, picturesVersion: by.adding(1) } : {}),
      },
    );
    if (changed) return shownItem(await settlePictures(changed, now));
  }
  return refuse('wait_and_repeat');
};
