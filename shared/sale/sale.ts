import * as z from 'zod';
import { Day, FileId, Id, Instant, line, paragraph } from '../kernel/scalar';

/** Bounds of one sale, so that all its buyers stand in one document (ADR 0014). */
export const saleLimits = { pieces: 5000, perPerson: 20, priceFen: 10_000_000, ordersEach: 20, pictures: 3 } as const;

/** 怎么付: when it is handed over, or with the next pay. */
export const SalePayment = z.enum(['atHandOver', 'payroll']);
export type SalePayment = z.infer<typeof SalePayment>;

/** What HR says of something that is sold. Once somebody ordered, what the order names stays as it is. */
export const SaleTerms = z.strictObject({
  name: line(30),
  about: paragraph(300),
  priceFen: z.int().min(1).max(saleLimits.priceFen),
  /** 每人限购 */
  perPersonLimit: z.int().min(1).max(saleLimits.perPerson),
  opensAt: Instant,
  closesAt: Instant,
  /** Until then whoever ordered may cancel. */
  cancelUntil: Instant,
  pickUpOn: Day,
  pickUpPlace: line(40),
  payment: SalePayment,
});
export type SaleTerms = z.infer<typeof SaleTerms>;

/** Pictures as they are uploaded, the first one first: PNG or JPEG, at most 1 MB each. */
export const SalePictures = z.array(FileId).max(saleLimits.pictures);

/** 特卖商品 as colleagues see it. */
export const SaleItem = SaleTerms.extend({
  _id: Id,
  /** Temporary addresses of the pictures that were found harmless. */
  pictureUrls: z.array(z.string().max(2000)).max(saleLimits.pictures),
  /** Pieces that are left. */
  stock: z.int().min(0).max(saleLimits.pieces),
});
export type SaleItem = z.infer<typeof SaleItem>;

/** 特卖商品 as HR sees it, with all its pictures. */
export const StockedSaleItem = SaleItem.extend({
  /** `visible` when all are shown, or there is none; what is `inReview` WeChat doubts, and nobody but HR sees it. */
  pictureState: z.enum(['visible', 'pending', 'inReview']),
  supplied: z.int().min(0).max(saleLimits.pieces),
  state: z.enum(['onSale', 'withdrawn']),
});
export type StockedSaleItem = z.infer<typeof StockedSaleItem>;

/** 待领取 → 已领取 or 已取消. */
export const SaleOrderState = z.enum(['reserved', 'handedOver', 'cancelled']);
export type SaleOrderState = z.infer<typeof SaleOrderState>;

/** 特卖订单 as its owner sees it: with the price of the moment it was ordered. */
export const SaleOrder = z.object({
  _id: Id,
  itemId: Id,
  itemName: z.string().max(30),
  pieces: z.int().min(1).max(saleLimits.perPerson),
  totalFen: z.int().min(1),
  payment: SalePayment,
  pickUpOn: Day,
  pickUpPlace: z.string().max(40),
  cancelUntil: Instant,
  state: SaleOrderState,
  cancelReason: z.string().max(100).nullable(),
  at: Instant,
  closedAt: Instant.nullable(),
});
export type SaleOrder = z.infer<typeof SaleOrder>;

/** 特卖订单 in HR's queue. */
export const QueuedSaleOrder = SaleOrder.extend({ personName: z.string().max(40), employeeNumber: z.string().max(40) });
export type QueuedSaleOrder = z.infer<typeof QueuedSaleOrder>;
