import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import { GiftCard, HeldGiftCard } from './gift-card';
import { CardDesign } from './thanks';

export const CareId = z.string().regex(/^[A-Za-z0-9_.-]{1,120}$/);

/** 关怀: what a card is for. 生日 and 入职周年 follow from the calendar, the others from what happened. */
export const CareOccasion = z.enum(['birthday', 'anniversary', 'joined', 'promotion', 'trainingPassed', 'honour']);
export type CareOccasion = z.infer<typeof CareOccasion>;

/** Who besides the person is told on the day. */
export const CareAudience = z.enum(['nobody', 'manager', 'department']);
export type CareAudience = z.infer<typeof CareAudience>;

/** At most so many days before the day colleagues are asked to sign. */
export const longestGatherDays = 14;

/** 关怀规则: what an occasion brings. HR edits one per occasion. */
export const CareRule = z.object({
  _id: CareOccasion,
  isOn: z.boolean(),
  design: CardDesign,
  /** `{name}`, `{years}` and `{title}` are filled in; anything else stands as it is. */
  words: z.string().min(1).max(200),
  /** Whether the day also earns points, as many as the rule table gives for 里程碑. */
  isRewarded: z.boolean(),
  told: CareAudience,
  /** 0: nobody is asked to sign. Occasions that nobody knows before (promotion and the like) are always 0. */
  gatherDays: z.int().min(0).max(longestGatherDays),
  /** 电子礼品卡 that comes with the card; null for none. */
  giftCardId: Id.nullable(),
  version: z.int().min(0).max(1_000_001),
});
export type CareRule = z.infer<typeof CareRule>;

export const Signature = z.object({ personId: Id, name: z.string().max(40), words: z.string().min(1).max(60) });
export type Signature = z.infer<typeof Signature>;

/** How many colleagues may sign one card. */
export const mostSignatures = 100;

/** 关怀卡 as the person reads it on the day. */
export const CareCard = z.object({
  _id: z.string().max(120),
  occasion: CareOccasion,
  /** Full years with the company; null where it is not an anniversary. */
  years: z.int().min(1).nullable(),
  design: CardDesign,
  words: z.string().max(400),
  signatures: z.array(Signature).max(mostSignatures),
  on: Day,
  deliveredAt: Instant.nullable(),
  /** 电子礼品卡 that came with it; null where the rule named none. */
  giftCard: HeldGiftCard.nullable(),
});
export type CareCard = z.infer<typeof CareCard>;

/** 关怀卡 opened: with what its gift card is, never with the number. */
export const OpenedCareCard = CareCard.extend({
  giftCardTerms: GiftCard.pick({ name: true, valueFen: true, howTo: true }).nullable(),
});
export type OpenedCareCard = z.infer<typeof OpenedCareCard>;

/** A card that waits for my signature. */
export const CareToSign = z.object({
  _id: z.string().max(120),
  name: z.string().max(40),
  occasion: CareOccasion,
  years: z.int().min(1).nullable(),
  on: Day,
  signedByMe: z.boolean(),
});
export type CareToSign = z.infer<typeof CareToSign>;

/** What a person wants of it. Everything off is nothing made: no card, no points, nobody told. */
export const CareWishes = z.object({ birthday: z.boolean(), anniversary: z.boolean(), others: z.boolean() });
export type CareWishes = z.infer<typeof CareWishes>;
