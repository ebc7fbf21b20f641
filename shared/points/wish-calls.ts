import * as z from 'zod';
import { contract } from '../kernel/contract';
import { RequestId } from '../kernel/scalar';
import { GiftId, MallGift } from './model';

/** Gifts that one person can wish for at the same time. */
export const mostWishes = 20;

/** What comes in by the week: one's own earning of 90 days, or the company's median where that says too little. */
export const WeeklyEarning = z.object({
  points: z.number().min(0).max(1_000_000),
  of: z.enum(['person', 'company']),
});
export type WeeklyEarning = z.infer<typeof WeeklyEarning>;

/** A gift on somebody's 心愿单; `onSale` is false once it was withdrawn. */
export const Wish = MallGift.extend({
  /** Whole weeks until the missing points have come; null when none are missing, or nobody can say. */
  weeks: z.int().min(1).nullable(),
});
export type Wish = z.infer<typeof Wish>;

const wishing = {
  kind: 'change',
  roles: ['employee'],
  input: z.strictObject({ giftId: GiftId, requestId: RequestId }),
  output: z.object({ wishes: z.int().min(0).max(mostWishes) }),
} as const;

/** 心愿单: which gifts somebody is saving for, and how far they are. */
export const wishCalls = contract({
  /** Wished for once, however often it is asked. */
  wishForGift: { ...wishing, refusals: ['gift_not_found', 'points_busy', 'wishes_full'] },
  /** What was not wished for is passed over. */
  dropWish: { ...wishing, refusals: [] },
  /** The latest wish first. */
  listWishes: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({}),
    output: z.object({
      items: z.array(Wish).max(mostWishes),
      balance: z.int().min(0),
      /** Null while neither the person nor the company has earned anything. */
      weekly: WeeklyEarning.nullable(),
    }),
    refusals: [],
  },
});
