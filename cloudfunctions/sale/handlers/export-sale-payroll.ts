import { addDays, instant, momentOn, monthEnd } from '../../../shared/kernel/day';
import type { SaleContract } from '../../../shared/sale/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { ordersForSheet } from '../orders-for-sheet';
import { payrollHeader, payrollRow } from '../rules/order';

/** A month runs from its first midnight in Shanghai to just before the next one's. */
export const exportSalePayroll: Handler<SaleContract['exportSalePayroll']> = async ({ month }) => {
  const first = `${month}-01`;
  const from = instant(momentOn(first, '00:00'));
  const until = instant(new Date(momentOn(addDays(monthEnd(first, 0), 1), '00:00').getTime() - 1));
  const where = { state: 'handedOver', payment: 'payroll', closedAt: is.between(from, until) };
  const found = await ordersForSheet(where, 'closedAt');
  const rows = found.map((order) => payrollRow(month, order));
  const totalFen = found.reduce((sum, order) => sum + order.totalFen, 0);
  return { csv: spreadsheetOf(payrollHeader, rows), orders: rows.length, totalFen };
};
