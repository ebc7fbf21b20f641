import type { CareRule } from '../../shared/recognition/care';
import { collection } from '../platform/db';
import type {
  CareWalk,
  ReceivedThanks,
  StoredBoost,
  StoredCare,
  StoredCareWishes,
  StoredGiftCard,
  StoredGiftCardBatch,
  StoredGiftCardNumber,
  StoredThanks,
  ThanksMonth,
  ThanksSettings,
} from './documents';

/** The collections of recognition; their indexes are declared in function.json. */
export const store = {
  thanks: collection<StoredThanks>('thankYouCards'),
  received: collection<ReceivedThanks>('thanksReceived'),
  months: collection<ThanksMonth>('thanksMonths'),
  boosts: collection<StoredBoost>('thanksBoosts'),
  settings: collection<ThanksSettings>('recognitionSettings'),
  careRules: collection<CareRule>('careRules'),
  careWishes: collection<StoredCareWishes>('careWishes'),
  care: collection<StoredCare>('careCards'),
  giftCards: collection<StoredGiftCard>('giftCards'),
  numbers: collection<StoredGiftCardNumber>('giftCardNumbers'),
  batches: collection<StoredGiftCardBatch>('giftCardBatches'),
  walks: collection<CareWalk>('careWalks'),
};
