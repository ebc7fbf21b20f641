import { newPicture } from '../../../shared/kernel/picture-check';
import type { Id, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';
import type { SaleTerms } from '../../../shared/sale/sale';
import type { ItemPictures, StoredItem } from '../documents';
import { checkTerms } from './item';

/** What an order names, and nobody changes behind the back of who ordered. The price each order keeps for itself. */
const agreed = ['name', 'opensAt', 'cancelUntil', 'pickUpOn', 'pickUpPlace', 'payment'] as const;

/** Whether this may only change while nobody has ordered. */
export const touchesOrders = (item: StoredItem, terms: SaleTerms): boolean =>
  agreed.some((field) => item[field] !== terms[field]) || terms.perPersonLimit < item.perPersonLimit;

/** Refuses to change what is over, to terms that are none, and what those who ordered were promised. */
export function checkChange(item: StoredItem, terms: SaleTerms, at: Instant): void {
  if (item.state !== 'onSale' || at >= item.closesAt) refuse('sale_item_over');
  checkTerms(terms);
  if (terms.closesAt <= at) refuse('sale_times_wrong');
  if (item.stock !== item.supplied && touchesOrders(item, terms)) refuse('sale_terms_ordered');
}

/** Other pictures instead of those that stand, to be checked. */
export function picturesInstead(
  item: StoredItem,
  fileIds: readonly string[],
  { personId, at }: { personId: Id; at: Instant },
): Omit<ItemPictures, 'picturesVersion'> {
  const { pictures, picturesMade, droppedFileIds } = item;
  return {
    pictures: fileIds.map((fileId, index) => newPicture(picturesMade + index, fileId)),
    ...{ picturesMade: picturesMade + fileIds.length, picturesBy: personId, picturesSince: at },
    droppedFileIds: [...droppedFileIds, ...pictures.map(({ fileId }) => fileId)],
  };
}
