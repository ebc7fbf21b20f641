import type { Page } from '../../shared/kernel/page';
import type { ShelfGift } from '../../shared/points/model';
import type { Where } from '../platform/db';
import { temporaryUrls } from '../platform/files';
import { giftView, type ListedGift, listedFields, shelfView } from './rules/gift';
import { gifts } from './store';

export const picturesOf = (listed: readonly ListedGift[]) =>
  temporaryUrls(listed.flatMap(({ pictureFileId }) => pictureFileId ?? []));

/** A page of gifts by price, with addresses of their pictures: one request to the database, one to the storage. */
export async function giftPage<View>(
  where: Where,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  viewOf: (gift: ListedGift, urls: ReadonlyMap<string, string>) => View,
): Promise<Page<View>> {
  const { items, next } = await gifts.page({
    ...{ where, fields: listedFields, sortedBy: 'sort', direction: 'asc', cursor, limit },
  });
  const urls = await picturesOf(items);
  return { items: items.map((gift) => viewOf(gift, urls)), next };
}

/** One gift as HR sees it, with the address of its picture: no request to the database. */
export async function pictured(gift: ListedGift): Promise<ShelfGift> {
  return shelfView(gift, await picturesOf([gift]));
}

/** One gift as the mall shows it, with the address of its picture: no request to the database. */
export async function picturedForMall(gift: ListedGift) {
  return giftView(gift, await picturesOf([gift]));
}
