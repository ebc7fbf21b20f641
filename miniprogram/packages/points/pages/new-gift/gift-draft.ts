import type { InputOf } from '../../../../../shared/kernel/contract';
import type { PointsContract } from '../../../../../shared/points/contract';
import type { GiftCategory, GiftHanding, ShelfGift } from '../../../../../shared/points/model';

/** What is typed, as it is typed. Kept on the phone until the gift is on the shelf. */
export interface GiftDraft {
  name: string;
  cost: string;
  stock: string;
  limit: string;
  monthly: string;
  yearly: string;
  /** In yuan, with at most two decimals. */
  value: string;
  category: GiftCategory;
  handing: GiftHanding;
  /** Days, or empty. */
  saleFrom: string;
  saleUntil: string;
  description: string;
  /** A path on the phone; not kept, since WeChat clears such files. */
  picture: string;
}
export type DraftField = keyof GiftDraft;

export const emptyDraft: GiftDraft = {
  ...{ name: '', cost: '', stock: '', limit: '', monthly: '', yearly: '', value: '', description: '', picture: '' },
  ...{ category: 'other', handing: 'pickUp', saleFrom: '', saleUntil: '' },
};

const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,7}$/.test(text) && Number(text) >= min && Number(text) <= max;
const isYuan = (text: string) => /^\d{1,6}(\.\d{1,2})?$/.test(text) && Number(text) <= 100_000;
const limitProblem = (text: string) =>
  text === '' || wholeWithin(text, 1, 1000) ? '' : '请填 1 到 1000 的整数，或者留空';

/** What to put right before sending, beside each field. The cloud checks again. */
export function draftProblems(draft: GiftDraft): Partial<Record<DraftField, string>> {
  const name = draft.name.trim();
  const isCode = draft.handing === 'code';
  const found: Partial<Record<DraftField, string>> = {
    name: name.length >= 1 && name.length <= 40 ? '' : '请填名称，最多 40 个字',
    cost: wholeWithin(draft.cost, 1, 1_000_000) ? '' : '请填 1 到 1000000 的整数',
    stock: isCode || wholeWithin(draft.stock, 0, 100_000) ? '' : '请填 0 到 100000 的整数',
    limit: limitProblem(draft.limit),
    monthly: limitProblem(draft.monthly),
    yearly: limitProblem(draft.yearly),
    value: draft.value === '' || isYuan(draft.value) ? '' : '请填 0 到 100000 元，最多两位小数',
    saleUntil: draft.saleFrom && draft.saleUntil && draft.saleUntil < draft.saleFrom ? '结束不能早于开始' : '',
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== ''));
}

const limitOf = (text: string) => (text === '' ? null : Number(text));

/** What the draft says of a gift besides price and stock. */
function contentOf(draft: GiftDraft) {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    category: draft.category,
    handing: draft.handing,
    perPersonLimit: limitOf(draft.limit),
    monthlyLimit: limitOf(draft.monthly),
    yearlyLimit: limitOf(draft.yearly),
    saleFrom: draft.saleFrom || null,
    saleUntil: draft.saleUntil || null,
    valueFen: draft.value === '' ? 0 : Math.round(Number(draft.value) * 100),
  };
}

/** The draft as `addGift` takes it, without picture and request id. Codes bring their own stock. */
export function giftOf(draft: GiftDraft): Omit<InputOf<PointsContract['addGift']>, 'pictureFileId' | 'requestId'> {
  const stock = draft.handing === 'code' ? 0 : Number(draft.stock);
  return { ...contentOf(draft), costPoints: Number(draft.cost), stock };
}

/** The draft as `reviseGift` takes it, without request id. */
export function revisionOf(giftId: string, draft: GiftDraft): Omit<InputOf<PointsContract['reviseGift']>, 'requestId'> {
  return { giftId, ...contentOf(draft) };
}

const typed = (count: number | null) => (count === null ? '' : String(count));

/** A gift on the shelf as the form shows it. */
export function draftOf(gift: ShelfGift): GiftDraft {
  return {
    name: gift.name,
    cost: String(gift.costPoints),
    stock: String(gift.stock),
    limit: typed(gift.perPersonLimit),
    monthly: typed(gift.monthlyLimit),
    yearly: typed(gift.yearlyLimit),
    value: gift.valueFen === 0 ? '' : String(gift.valueFen / 100),
    category: gift.category,
    handing: gift.handing,
    saleFrom: gift.saleFrom ?? '',
    saleUntil: gift.saleUntil ?? '',
    description: gift.description,
    picture: gift.pictureUrl ?? '',
  };
}

/** Where the contract's fields stand on the form. */
export const fieldOfInput: Partial<Record<string, DraftField>> = {
  name: 'name',
  description: 'description',
  costPoints: 'cost',
  stock: 'stock',
  perPersonLimit: 'limit',
  monthlyLimit: 'monthly',
  yearlyLimit: 'yearly',
  valueFen: 'value',
  saleFrom: 'saleFrom',
  saleUntil: 'saleUntil',
  pictureFileId: 'picture',
};
