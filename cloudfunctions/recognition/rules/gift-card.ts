import type { Instant } from '../../../shared/kernel/scalar';
import type { GiftCard, HeldGiftCard, StockedGiftCard, StockLevel } from '../../../shared/recognition/gift-card';
import { refuse } from '../../../shared/refusal';
import type { StoredCare, StoredGiftCard, StoredGiftCardBatch } from '../documents';

/** What HR says of a kind. */
export type GiftCardTerms = Pick<GiftCard, 'name' | 'valueFen' | 'howTo' | 'lowAt'>;

export const newGiftCard = (_id: string, terms: GiftCardTerms): StoredGiftCard => ({
  ...{ _id, ...terms, version: 0 },
  ...{ toldLevel: 'enough', taskHolders: [], checkSince: null, checks: 0 },
});

/** Whether both say the same of a kind. */
export const saysTheSame = (one: GiftCardTerms, other: GiftCardTerms) =>
  (['name', 'valueFen', 'howTo', 'lowAt'] as const).every((field) => one[field] === other[field]);

/** How the stock stands with so many free numbers. */
export function levelOf(free: number, { lowAt }: Pick<GiftCard, 'lowAt'>): StockLevel {
  if (free === 0) return 'empty';
  return free <= lowAt ? 'low' : 'enough';
}

export function giftCardView({ _id, name, valueFen, howTo, lowAt, version }: StoredGiftCard): GiftCard {
  return { _id, name, valueFen, howTo, lowAt, version };
}

export function stockView(kind: StoredGiftCard, { free, owed }: { free: number; owed: number }): StockedGiftCard {
  return { ...giftCardView(kind), free, owed, level: levelOf(free, kind) };
}

/** What HR brings in by one request. */
export const newBatch = (
  batch: Pick<StoredGiftCardBatch, '_id' | 'giftCardId' | 'byId' | 'byName' | 'typed'>,
  at: Instant,
): StoredGiftCardBatch => ({
  ...{ ...batch, at, takenBackAt: null, held: 0, removingSince: null, sort: `${at}.${batch._id}` },
});

/** How the gift card of a care card stands for its person. */
export function heldCard({ giftCardId, drawnSort, drawnFen: valueFen, numberSeenAt }: StoredCare): HeldGiftCard | null {
  if (!giftCardId) return null;
  if (numberSeenAt !== null) return { state: 'seen', seenAt: numberSeenAt, valueFen };
  return { state: drawnSort === null ? 'owed' : 'waiting', seenAt: null, valueFen };
}

/** The change by which a number of this worth is a care card's. */
export const drawing = ({ _id }: StoredCare, drawnFen: number, at: Instant) => ({
  ...{ owedCardId: null, drawnSort: `${at}.${_id}`, drawnFen },
});

/** When a number was drawn, as the order of 发卡记录 says it. */
export const drawnAtOf = (drawnSort: string): Instant => drawnSort.slice(0, '2026-11-22T02:00:00.000Z'.length);

/** What HR reads on 今天 while the stock is not enough. */
export function stockTask(name: string, level: 'low' | 'empty', { free, owed }: { free: number; owed: number }) {
  const waiting = owed > 0 ? `，${owed} 位同事在等` : '';
  return level === 'empty'
    ? { title: `${name}发完了`, line: `补上卡号，会自动送到${waiting}` }
    : { title: `${name}只剩 ${free} 张`, line: '补上卡号，别让下一个生日等着' };
}

/** Passes whoever may look: the request that saw it first. */
export function mayLook({ giftCardId, drawnSort, numberSeenBy }: StoredCare, requestId: string): void {
  if (!giftCardId) refuse('care_card_not_found');
  if (drawnSort === null) refuse('gift_card_owed');
  if (numberSeenBy !== null && numberSeenBy !== requestId) refuse('gift_card_seen_already');
}
