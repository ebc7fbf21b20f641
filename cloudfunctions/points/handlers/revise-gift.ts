import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { checkSaleDays, storedTerms } from '../rules/gift';
import { gifts } from '../store';

/** Codes and things have different stocks, so a gift never changes from one to the other. Repeating changes nothing. */
export const reviseGift: Handler<PointsContract['reviseGift']> = async (input) => {
  const { giftId, name, description, valueFen, requestId, ...terms } = input;
  checkSaleDays(terms);
  const handing = terms.handing === 'code' ? 'code' : is.not('code');
  const revised = await gifts.changeOne(
    { _id: giftId, handing },
    { name, description, valueFen, ...storedTerms(terms) },
  );
  if (revised) return pictured(revised);
  return (await gifts.read(giftId)) ? refuse('gift_handing_kept') : refuse('gift_not_found');
};
