import { sale } from '../../shared/sale/contract';
import { serve } from '../platform/serve';
import { addSaleItem } from './handlers/add-sale-item';
import { callOffSaleOrder } from './handlers/call-off-sale-order';
import { cancelSaleOrder } from './handlers/cancel-sale-order';
import { changeSaleItem } from './handlers/change-sale-item';
import { exportSalePayroll } from './handlers/export-sale-payroll';
import { exportSalePickUp } from './handlers/export-sale-pick-up';
import { handOverSaleOrder } from './handlers/hand-over-sale-order';
import { listMySaleOrders } from './handlers/list-my-sale-orders';
import { listSaleItems } from './handlers/list-sale-items';
import { listSaleOrders } from './handlers/list-sale-orders';
import { listSaleStock } from './handlers/list-sale-stock';
import { orderSaleItem } from './handlers/order-sale-item';
import { readSaleItem } from './handlers/read-sale-item';
import { restockSaleItem } from './handlers/restock-sale-item';
import { takeMediaVerdict } from './handlers/take-media-verdict';
import { withdrawSaleItem } from './handlers/withdraw-sale-item';
import { minute } from './jobs/minute';

const handlers = {
  addSaleItem,
  callOffSaleOrder,
  cancelSaleOrder,
  changeSaleItem,
  exportSalePayroll,
  exportSalePickUp,
  handOverSaleOrder,
  listMySaleOrders,
  listSaleItems,
  listSaleOrders,
  listSaleStock,
  orderSaleItem,
  readSaleItem,
  restockSaleItem,
  takeMediaVerdict,
  withdrawSaleItem,
};

export const main = serve('sale', sale, handlers, { minute });
