import * as z from 'zod';
import { Id, Instant } from '../kernel/scalar';

/** Kinds of gift cards that HR can keep, so that all of them are one request. */
export const mostGiftCards = 10;

/** One card's number, with its password where it has one: what is typed into the shop that takes it. */
export const longestCardNumber = 80;

/** 电子礼品卡: one kind, of which HR keeps numbers in stock. */
export const GiftCard = z.object({
  _id: Id,
  name: z.string().min(1).max(20),
  /** What one card is worth, in fen; 0 where nobody said. */
  valueFen: z.int().min(0).max(1_000_000),
  /** 怎么用: read by the person beside the number. */
  howTo: z.string().max(200),
  /** From so many cards down HR is told to bring in more. */
  lowAt: z.int().min(0).max(1000),
  version: z.int().min(0).max(1_000_001),
});
export type GiftCard = z.infer<typeof GiftCard>;

/** `low` and `empty` are told to HR once, until there are enough again. */
export const StockLevel = z.enum(['enough', 'low', 'empty']);
export type StockLevel = z.infer<typeof StockLevel>;

/** A kind as HR sees it. */
export const StockedGiftCard = GiftCard.extend({
  /** Numbers that are nobody's yet. */
  free: z.int().min(0),
  /** Care cards that wait for a number. */
  owed: z.int().min(0),
  level: StockLevel,
});
export type StockedGiftCard = z.infer<typeof StockedGiftCard>;

/** `owed`: the stock was empty, it comes when HR has refilled. `waiting`: not looked at yet. `seen`: shown, once. */
export const HeldGiftCard = z.object({
  state: z.enum(['owed', 'waiting', 'seen']),
  seenAt: Instant.nullable(),
  /** What it is worth, in fen; 0 before a number came, and where nobody said. */
  valueFen: z.int().min(0),
});
export type HeldGiftCard = z.infer<typeof HeldGiftCard>;
