import type { InputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';

/** What is typed, as it is typed. Kept on the phone until the gift is on the shelf. */
export interface GiftDraft {
  name: string;
  cost: string;
  stock: string;
  limit: string;
  description: string;
  /** A path on the phone; not kept, since WeChat clears such files. */
  picture: string;
}
export type DraftField = keyof GiftDraft;

export const emptyDraft: GiftDraft = { name: '', cost: '', stock: '', limit: '', description: '', picture: '' };

const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,7}$/.test(text) && Number(text) >= min && Number(text) <= max;

/** What to put right before sending, beside each field. The cloud checks again. */
export function draftProblems(draft: GiftDraft): Partial<Record<DraftField, string>> {
  const name = draft.name.trim();
  return {
    ...(name.length >= 1 && name.length <= 40 ? {} : { name: '请填名称，最多 40 个字' }),
    ...(wholeWithin(draft.cost, 1, 1_000_000) ? {} : { cost: '请填 1 到 1000000 的整数' }),
    ...(wholeWithin(draft.stock, 0, 100_000) ? {} : { stock: '请填 0 到 100000 的整数' }),
    ...(draft.limit === '' || wholeWithin(draft.limit, 1, 1000) ? {} : { limit: '请填 1 到 1000 的整数，或者留空' }),
  };
}

/** The draft as the call takes it, without picture and request id. */
export function giftOf(draft: GiftDraft): Omit<InputOf<PointsContract['addGift']>, 'pictureFileId' | 'requestId'> {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    costPoints: Number(draft.cost),
    stock: Number(draft.stock),
    perPersonLimit: draft.limit === '' ? null : Number(draft.limit),
  };
}

/** Where the contract's fields stand on the form. */
export const fieldOfInput: Partial<Record<string, DraftField>> = {
  name: 'name',
  description: 'description',
  costPoints: 'cost',
  stock: 'stock',
  perPersonLimit: 'limit',
  pictureFileId: 'picture',
};
