import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, RequestId } from '../kernel/scalar';
import { MediaChecked } from '../wechat/model';
import {
  QueuedSaleOrder,
  SaleItem,
  SaleOrder,
  SaleOrderState,
  SalePictures,
  SaleTerms,
  StockedSaleItem,
  saleLimits,
} from './sale';

const staff = ['employee'] as const;
const hr = ['hr'] as const;
/** What is mine I may read before my first day and after my last one. */
const owner = ['newHire', 'employee', 'alumnus'] as const;
const Pieces = z.int().min(1).max(saleLimits.pieces);
const one = { orderId: Id, requestId: RequestId };

/** 员工特卖: for money, with a stock that is never oversold and a limit for each. */
export const sale = contract({
  /** What can be ordered, now or soon: what ends first comes first. */
  listSaleItems: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(SaleItem),
    refusals: [],
  },
  /** 下单 at the price that was seen: takes the pieces off the stock. Paid later, as the item says. */
  orderSaleItem: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({
      itemId: Id,
      pieces: z.int().min(1).max(saleLimits.perPerson),
      priceFen: SaleTerms.shape.priceFen,
      requestId: RequestId,
    }),
    output: SaleOrder,
    refusals: [
      'request_id_reused',
      'sale_item_not_found',
      'sale_limit_reached',
      'sale_not_open',
      'sale_orders_full',
      'sale_price_changed',
      'sale_sold_out',
      'wait_and_repeat',
    ],
  },
  /** 取消, by whoever ordered, until the time that the order names. The pieces go back. */
  cancelSaleOrder: {
    kind: 'change',
    roles: staff,
    input: z.strictObject(one),
    output: SaleOrder,
    refusals: ['sale_cancel_too_late', 'sale_order_closed', 'sale_order_not_found'],
  },
  listMySaleOrders: {
    kind: 'read',
    roles: owner,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(SaleOrder),
    refusals: [],
  },

  // 特卖管理
  /** Everything that was put up, what ends last first. */
  listSaleStock: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(StockedSaleItem),
    refusals: [],
  },
  addSaleItem: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ terms: SaleTerms, pieces: Pieces, pictureFileIds: SalePictures, requestId: RequestId }),
    output: StockedSaleItem,
    refusals: ['request_id_reused', 'sale_picture_unusable', 'sale_times_wrong'],
  },
  readSaleItem: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ itemId: Id }),
    output: StockedSaleItem,
    refusals: ['sale_item_not_found'],
  },
  /** While it is up; orders keep the price of their moment. `null` leaves the pictures, a list replaces them. */
  changeSaleItem: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({
      itemId: Id,
      terms: SaleTerms,
      pictureFileIds: SalePictures.nullable(),
      requestId: RequestId,
    }),
    output: StockedSaleItem,
    refusals: [
      'sale_item_not_found',
      'sale_item_over',
      'sale_picture_unusable',
      'sale_terms_ordered',
      'sale_times_wrong',
      'wait_and_repeat',
    ],
  },
  restockSaleItem: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ itemId: Id, pieces: Pieces, requestId: RequestId }),
    output: StockedSaleItem,
    refusals: ['request_id_reused', 'sale_item_not_found', 'sale_stock_full'],
  },
  /** 下架: nothing more is ordered; what is ordered stays. */
  withdrawSaleItem: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ itemId: Id, requestId: RequestId }),
    output: StockedSaleItem,
    refusals: ['sale_item_not_found'],
  },
  /** 待领取 is a queue: who ordered first comes first. What is closed is a history: the latest first. */
  listSaleOrders: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ state: SaleOrderState, itemId: Id.optional(), ...pageRequest }),
    output: pageOf(QueuedSaleOrder),
    refusals: [],
  },
  /** 领取: handed over, and paid where it is paid then. */
  handOverSaleOrder: {
    kind: 'change',
    roles: hr,
    input: z.strictObject(one),
    output: QueuedSaleOrder,
    refusals: ['sale_order_closed', 'sale_order_not_found'],
  },
  /** 取消 by HR, at any time before it is handed over, with a reason that the buyer is told. */
  callOffSaleOrder: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ ...one, reason: line(100) }),
    output: QueuedSaleOrder,
    refusals: ['sale_order_closed', 'sale_order_not_found'],
  },
  /** 领取名单: everything to be handed out on a day, person by person. */
  exportSalePickUp: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ pickUpOn: Day }),
    output: z.object({ csv: z.string(), orders: z.int().min(0), people: z.int().min(0) }),
    refusals: ['value_sheet_too_long'],
  },
  /** What was handed over in a month to be paid with the pay, for payroll. */
  exportSalePayroll: {
    kind: 'read',
    roles: ['hr', 'finance'],
    input: z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
    output: z.object({ csv: z.string(), orders: z.int().min(0), totalFen: z.int().min(0) }),
    refusals: ['value_sheet_too_long'],
  },

  /** A fact of context `wechat`: what its check says of a picture. */
  takeMediaVerdict: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({ fact: MediaChecked, requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
});
export type SaleContract = typeof sale;
