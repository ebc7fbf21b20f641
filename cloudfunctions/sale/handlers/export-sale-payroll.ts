import { addDays, instant, momentOn, monthEnd } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import type { SaleContract } from '../../../shared/sale/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import type { StoredOrder } from '../documents';
import { payrollHeader, payrollRow } from '../rules/order';
import { store } from '../store';

const ordersAtOnce = 500;
/** So many fit into one answer with room to spare. */
const mostOrders = 5000;

/** A month runs from its first midnight in Shanghai to just before the next one's. */
export const exportSalePayroll: Handler<SaleContract['exportSalePayroll']> = async ({ month }) => {
  const first = `${month}-01`;
  const from = instant(momentOn(first, '00:00'));
  const until = instant(new Date(momentOn(addDays(monthEnd(first, 0), 1), '00:00').getTime() - 1));
  const found: StoredOrder[] = [];
  for (let some = ordersAtOnce; some === ordersAtOnce; ) {
    const where = { state: 'handedOver', payment: 'payroll', closedAt: is.between(from, until) };
    const more = await store.orders.list({ where, sortedBy: 'closedAt', limit: ordersAtOnce, skip: found.length });
    found.push(...more);
    some = more.length;
    if (found.length > mostOrders) refuse('value_sheet_too_long');
  }
  const rows = found.map((order) => payrollRow(month, order));
  const totalFen = found.reduce((sum, order) => sum + order.totalFen, 0);
  return { csv: spreadsheetOf(payrollHeader, rows), orders: rows.length, totalFen };
};
