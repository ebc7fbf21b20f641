import type { StoredGift } from '../rules/gift';
import type { StoredCode } from '../rules/gift-code';
import type { StoredRedemption } from '../rules/redemption';

/** Where codes and redemptions do not agree: each code is one piece, each revealed redemption has one code. */
export function auditCodes(
  gifts: readonly StoredGift[],
  redemptions: readonly StoredRedemption[],
  codes: readonly StoredCode[],
): string[] {
  const violations: string[] = [];
  const known = new Map(redemptions.map((redemption) => [redemption._id, redemption]));
  for (const { _id, redemptionId } of codes) {
    if (redemptionId !== null && known.get(redemptionId)?.codeId !== _id) {
      violations.push(`${_id} is taken by ${redemptionId}, which does not name it`);
    }
  }
  for (const gift of gifts.filter(({ handing }) => handing === 'code')) {
    const loading = new Set(gift.loading.map(({ batch }) => batch));
    const mine = codes.filter(({ giftId, batch }) => giftId === gift._id && !loading.has(batch));
    if (mine.length !== gift.supplied) violations.push(`${gift._id} has ${mine.length} codes, ${gift.supplied} pieces`);
    const seen = redemptions.filter(({ giftId, codeId }) => giftId === gift._id && codeId !== null);
    const taken = mine.filter(({ redemptionId }) => redemptionId !== null);
    if (taken.length > seen.length) violations.push(`${gift._id} gave ${taken.length} codes to ${seen.length}`);
  }
  return violations;
}
