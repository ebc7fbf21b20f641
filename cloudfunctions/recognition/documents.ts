import { createHash } from 'node:crypto';
import type { Day, Instant } from '../../shared/kernel/scalar';
import type { CareAudience, CareOccasion, CareWishes, Signature } from '../../shared/recognition/care';
import type { GiftCard, StockLevel } from '../../shared/recognition/gift-card';
import type { CardDesign, CompanyValue, ThankYouCard } from '../../shared/recognition/thanks';

interface Person {
  personId: string;
  name: string;
}

/** 感恩卡 as stored. `_id` follows from sender and request. */
export interface StoredThanks extends Omit<ThankYouCard, 'boosts' | 'boostedByMe' | 'from' | 'to'> {
  from: Person;
  to: Person[];
  fromId: string;
  /** Who of them left and chose to stand unnamed. */
  unnamedIds: string[];
  /** Moment and id: the order of every list. */
  sort: string;
  /** Who boosted it, each once. */
  boosters: string[];
  /** Whether the points have reached the receivers. */
  isGiven: boolean;
  /** The verdict that HR gave last, so that its repeat is known. */
  judgedBy: string | null;
  /** Since when somebody still has to be told or given points; null when all is done. */
  pendingSince: Instant | null;
}

/** One card as one receiver has it. `_id` is card and receiver. */
export interface ReceivedThanks {
  _id: string;
  cardId: string;
  toId: string;
  /** 直属上级 of the receiver on that day. */
  managerId: string | null;
  fromId: string;
  fromName: string;
  valueName: string;
  isShown: boolean;
  sort: string;
}

/** What one person sent in one month; `_id` is person and month. Carries the card that is on its way. */
export interface ThanksMonth {
  _id: string;
  /** Cards to each colleague. */
  sent: Record<string, number>;
  /** Counts every change: two cards at the same moment go one after the other. */
  version: number;
  pending: { card: StoredThanks; received: ReceivedThanks[] } | null;
  pendingSince: Instant | null;
}

/** 助力: one person's boost of one card. `_id` is card and person, and the key under which points are given. */
export interface StoredBoost {
  _id: string;
  cardId: string;
  personId: string;
  pointsEach: number;
  requestId: string;
  pendingSince: Instant | null;
}

/** The company's values, in one document. */
export interface ThanksSettings {
  _id: 'thanks';
  values: CompanyValue[];
}

export interface StoredCareWishes extends CareWishes {
  /** The person's id. */
  _id: string;
}

/** 关怀卡 as stored. `_id` follows from occasion, person and day, or from the fact. */
export interface StoredCare {
  _id: string;
  occasion: CareOccasion;
  personId: string;
  name: string;
  departmentId: string;
  years: number | null;
  title: string | null;
  design: CardDesign;
  words: string;
  isRewarded: boolean;
  told: CareAudience;
  signatures: Signature[];
  /** Counts the signings, so that two at the same moment both stay. */
  version: number;
  on: Day;
  state: 'gathering' | 'delivered';
  deliveredAt: Instant | null;
  /** Day and id: the order of every list, and what is due. */
  sort: string;
  /** Since when somebody still has to be told; null when all is done, and before the day. */
  pendingSince: Instant | null;
  /** 电子礼品卡 that comes with it; null for none. */
  giftCardId: string | null;
  /** The same from the day on until a number was drawn. */
  owedCardId: string | null;
  /** The number that is its person's; until `drawnSort` is set, only the one that is tried. */
  numberId: string | null;
  /** When its number was drawn, and id: the order of 发卡记录. */
  drawnSort: string | null;
  /** What the drawn number is worth, in fen. */
  drawnFen: number;
  numberSeenAt: Instant | null;
  /** The request that may see it again. */
  numberSeenBy: string | null;
  /** From when the number is no longer kept; null before it was seen, and afterwards. */
  eraseNumberAfter: Instant | null;
}

/** 电子礼品卡, one kind. `_id` follows from the request that added it. */
export interface StoredGiftCard extends GiftCard {
  /** What HR was told last, and who has the task. */
  toldLevel: StockLevel;
  taskHolders: string[];
  /** Since when stock and owed cards have to be looked at; null when nothing moved. */
  checkSince: Instant | null;
  /** Counts what moved, so that nothing is taken for looked at that came meanwhile. */
  checks: number;
}

/** A number of a gift card. `_id` is the kind and a fingerprint of the number. */
export interface StoredGiftCardNumber {
  _id: string;
  giftCardId: string;
  /** Null once it was seen and can no longer be asked for again. */
  sealed: string | null;
  /** Whose it is, for good; null while it is free. */
  careId: string | null;
  /** What it was worth when it came in, in fen; 0 where nobody said. */
  valueFen: number;
  /** The batch it came in with. */
  broughtBy: string;
}

/** 补卡批次: what one request of HR brought in. `_id` follows from kind and request. */
export interface StoredGiftCardBatch {
  _id: string;
  giftCardId: string;
  at: Instant;
  byId: string;
  byName: string;
  typed: number;
  takenBackAt: Instant | null;
  /** How many numbers it had when it was taken back. */
  held: number;
  /** Since when free numbers are to be removed; null before it was taken back, and when none can come any more. */
  removingSince: Instant | null;
  sort: string;
}

/** The daily walk over everybody who works here, to find whose day comes. `_id` is the day. */
export interface CareWalk {
  _id: Day;
  cursor: string | null;
  isDone: boolean;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const cardIdOf = (personId: string, requestId: string) => `t-${shortHash(`${personId}:${requestId}`)}`;

/** A value of the company under the name it was first given. */
export const valueIdOf = (name: string) => `v-${shortHash(name)}`;

export const boostIdOf = (cardId: string, personId: string) => `${cardId}.${personId}`;

/** The card of a day that the calendar brings. */
export const calendarCareIdOf = (occasion: CareOccasion, personId: string, on: Day) =>
  `c-${shortHash(`${occasion}:${personId}:${on}`)}`;

/** The card of something that happened. */
export const milestoneCareIdOf = (occasion: CareOccasion, factId: string) => `c-${shortHash(`${occasion}:${factId}`)}`;

/** A kind of gift card under the request that added it. */
export const giftCardIdOf = (requestId: string) => `g-${shortHash(requestId)}`;

export const giftCardBatchIdOf = (giftCardId: string, requestId: string) =>
  `b-${shortHash(`${giftCardId}:${requestId}`)}`;

/** Where a number is sealed; it opens only there. */
export const numberPlace = (numberId: string) => ({ collection: 'giftCardNumbers', id: numberId, field: 'sealed' });
