import type { Page } from '../../shared/kernel/page';
import type { GiftView } from '../../shared/points/model';
import { temporaryUrls } from '../platform/files';
import { giftView, type StoredGift } from './rules/gift';
import { gifts } from './store';

/** A page of gifts by price, with addresses of their pictures: one request to the database, one to the storage. */
export async function giftPage(onSale: boolean, cursor: string | undefined, limit: number): Promise<Page<GiftView>> {
  const { items, next } = await gifts.page({ where: { onSale }, sortedBy: 'sort', direction: 'asc', cursor, limit });
  const urls = await temporaryUrls(items.flatMap(({ pictureFileId }) => pictureFileId ?? []));
  return { items: items.map((gift) => giftView(gift, urls)), next };
}

/** One gift, with the address of its picture: no request to the database. */
export async function pictured(gift: StoredGift): Promise<GiftView> {
  return giftView(gift, await temporaryUrls(gift.pictureFileId === null ? [] : [gift.pictureFileId]));
}
