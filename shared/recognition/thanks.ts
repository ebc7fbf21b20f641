import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';

/** How many cards one person may send one colleague in a month, so that points are not passed in circles. */
export const cardsPerPairAndMonth = 3;

/** To how many colleagues one card may go. */
export const mostReceivers = 10;

/** How many colleagues may boost one card. */
export const mostBoosts = 200;

/** The drawings that a card can have; the phone knows how each looks. */
export const CardDesign = z.enum(['sunrise', 'leaf', 'star', 'tea', 'boat', 'mountain']);
export type CardDesign = z.infer<typeof CardDesign>;

/** 企业价值观 that cards are bound to. HR writes the company's own words; what old cards say stays. */
export const CompanyValue = z.object({ _id: Id, name: z.string().min(1).max(12), isInUse: z.boolean() });
export type CompanyValue = z.infer<typeof CompanyValue>;

/**
 * How a card stands: sent and seen by all (`shown`), waiting for somebody to read it because the content check was
 * unsure (`inReview`, seen by its sender only), or taken down by HR with a reason.
 */
const ThanksState = z.enum(['inReview', 'shown', 'takenDown']);
export type ThanksState = z.infer<typeof ThanksState>;

/** Null and 已离职同事 for somebody who left and chose to stand unnamed, to all but who gave and who got the card. */
const Named = z.object({ personId: Id.nullable(), name: z.string().max(40) });

/** 感恩卡 as people see it. */
export const ThankYouCard = z.object({
  _id: Id,
  from: Named,
  to: z.array(Named).min(1).max(mostReceivers),
  valueName: z.string().max(12),
  design: CardDesign,
  words: z.string().min(1).max(300),
  /** 可赠积分 that each receiver got with the card. */
  pointsEach: z.int().min(0).max(100),
  /** How many colleagues added points, and how many each receiver got by that. */
  boosts: z.int().min(0).max(mostBoosts),
  boostPointsEach: z.int().min(0).max(2000),
  boostedByMe: z.boolean(),
  state: ThanksState,
  takenDownReason: z.string().max(200).nullable(),
  at: Instant,
});
export type ThankYouCard = z.infer<typeof ThankYouCard>;

/** A year of cards for its 年度回忆: how many, for which values, from whom most often. */
export const ThanksYear = z.object({
  year: z.int(),
  received: z.int().min(0),
  sent: z.int().min(0),
  /** More than this many are not looked through; the counts then stand for the latest of them. */
  isCut: z.boolean(),
  values: z.array(z.object({ valueName: z.string(), cards: z.int().min(1) })).max(20),
  people: z.array(z.object({ name: z.string(), cards: z.int().min(1) })).max(5),
});
export type ThanksYear = z.infer<typeof ThanksYear>;
