import type { SaleContract } from '../../../shared/sale/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { ordersForSheet } from '../orders-for-sheet';
import { pickUpHeader, pickUpRow } from '../rules/order';

/** By employee number: whoever ordered several things stands once. */
export const exportSalePickUp: Handler<SaleContract['exportSalePickUp']> = async ({ pickUpOn }) => {
  const found = await ordersForSheet({ state: 'reserved', pickUpOn }, 'employeeNumber');
  const people = new Set(found.map(({ personId }) => personId)).size;
  return { csv: spreadsheetOf(pickUpHeader, found.map(pickUpRow)), orders: found.length, people };
};
