import { refuse } from '../../shared/refusal';
import type { StockedSaleItem } from '../../shared/sale/sale';
import { addressesOf, arePictures } from '../platform/pictures';
import { type ListedItem, stockedView } from './rules/item';

/** Addresses of all their pictures: one request to the storage. */
export const urlsOf = (items: readonly ListedItem[]) =>
  addressesOf(items.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)));

/** One item as HR sees it: no request to the database. */
export const shownItem = async (item: ListedItem): Promise<StockedSaleItem> => stockedView(item, await urlsOf([item]));

/** Refuses files that are no pictures, or that were not uploaded for this very request. */
export async function checkPictures(fileIds: readonly string[], requestId: string): Promise<void> {
  const isPlace = (path: string, index: number) =>
    ['png', 'jpg', 'jpeg'].some((ending) => path === `sale/${requestId}/${index}.${ending}`);
  if (!(await arePictures(fileIds, isPlace))) refuse('sale_picture_unusable');
}
