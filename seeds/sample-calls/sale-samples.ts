import type { InputOf } from '../../shared/kernel/contract';
import { addDays, dayOf, instant, minutesAfter, momentOn } from '../../shared/kernel/day';
import type { SaleContract } from '../../shared/sale/contract';
import { seededItemId, seededOrderId } from '../sale-documents';
import { type Ask, always, hr, linXiao, requestId, type SampleCalls } from './sample-call';

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

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

/** A picture that HR just uploaded, with the request it is for. */
async function uploaded(ask: Ask) {
  const id = requestId();
  return { pictureFileIds: [await ask.upload(hr, `sale/${id}/0.png`, png)], requestId: id };
}

/** A fresh item with a picture; its id. */
async function putUp(ask: Ask): Promise<string> {
  const input = { terms: terms(), pieces: 20, ...(await uploaded(ask)) };
  return (await ask.call<SaleContract['addSaleItem']>(hr, 'sale', 'addSaleItem', input))._id;
}

export const saleSamples: SampleCalls['sale'] = {
  listSaleItems: always(linXiao, () => ({})),
  orderSaleItem: always(linXiao, () => ({ itemId, pieces: 1, priceFen: 2990, requestId: requestId() })),
  cancelSaleOrder: always(linXiao, () => ({
    orderId: seededOrderId('林晓', 'thermometer'),
    requestId: requestId(),
  })),
  listMySaleOrders: always(linXiao, () => ({})),
  listSaleStock: always(hr, () => ({})),
  addSaleItem: { as: hr, input: async (ask) => ({ terms: terms(), pieces: 20, ...(await uploaded(ask)) }) },
  readSaleItem: always(hr, () => ({ itemId })),
  changeSaleItem: {
    as: hr,
    input: async (ask) => ({
      ...{ itemId: await putUp(ask), terms: { ...terms(), priceFen: 11_800 } },
      ...(await uploaded(ask)),
    }),
  },
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
  exportSalePickUp: always(hr, () => ({ pickUpOn: addDays(dayOf(new Date()), 5) })),
  takeMediaVerdict: {
    as: 'system',
    input: async (ask) => {
      const fact = {
        ...{ factId: 'seed-verdict-000003', subjectId: `${await putUp(ask)}-0`, at: new Date().toISOString() },
        verdict: { suggest: 'pass', label: 100, judgedBy: 'wechat' },
      } as const;
      return { fact, requestId: requestId() } satisfies InputOf<SaleContract['takeMediaVerdict']>;
    },
  },
  exportSalePayroll: always(hr, () => ({ month: addDays(dayOf(new Date()), -22).slice(0, 7) })),
};
