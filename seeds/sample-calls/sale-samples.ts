import { addDays, dayOf, instant, minutesAfter, momentOn } from '../../shared/kernel/day';
import { seededItemId, seededOrderId } from '../sale-documents';
import { always, hr, linXiao, requestId, type SampleCalls } from './sample-call';

const itemId = seededItemId('tomatoes');

const terms = () => {
  const now = new Date();
  const pickUpOn = addDays(dayOf(now), 5);
  return {
    ...{ name: '年货礼盒', about: '', priceFen: 12_800, perPersonLimit: 2, pickUpOn, pickUpPlace: '一楼前台' },
    ...{ opensAt: instant(now), closesAt: minutesAfter(now, 3 * 24 * 60), payment: 'payroll' as const },
    cancelUntil: instant(momentOn(pickUpOn, '12:00')),
  };
};

export const saleSamples: SampleCalls['sale'] = {
  listSaleItems: always(linXiao, () => ({})),
  orderSaleItem: always(linXiao, () => ({ itemId, pieces: 1, requestId: requestId() })),
  cancelSaleOrder: always(linXiao, () => ({
    orderId: seededOrderId('林晓', 'thermometer'),
    requestId: requestId(),
  })),
  listMySaleOrders: always(linXiao, () => ({})),
  listSaleStock: always(hr, () => ({})),
  addSaleItem: always(hr, () => ({ terms: terms(), pieces: 20, requestId: requestId() })),
  restockSaleItem: always(hr, () => ({ itemId, pieces: 5, requestId: requestId() })),
  withdrawSaleItem: always(hr, () => ({ itemId, requestId: requestId() })),
  listSaleOrders: always(hr, () => ({ state: 'reserved' })),
  handOverSaleOrder: always(hr, () => ({
    orderId: seededOrderId('陈一诺', 'tomatoes'),
    requestId: requestId(),
  })),
  callOffSaleOrder: always(hr, () => ({
    ...{ orderId: seededOrderId('马会敏', 'tomatoes'), reason: '今天采的不够', requestId: requestId() },
  })),
  exportSalePayroll: always(hr, () => ({ month: addDays(dayOf(new Date()), -22).slice(0, 7) })),
};
