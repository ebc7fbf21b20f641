import { personIdOf } from '../cloudfunctions/people/documents';
import { itemIdOf, orderIdOf, type StoredItem, type StoredOrder } from '../cloudfunctions/sale/documents';
import { newItem } from '../cloudfunctions/sale/rules/item';
import { handingOver, newOrder } from '../cloudfunctions/sale/rules/order';
import { addDays, dayOf, instant, minutesAfter, momentOn } from '../shared/kernel/day';
import { partOf } from '../shared/kernel/places';
import type { SaleTerms } from '../shared/sale/sale';
import { figures } from './company';

export interface SaleDocuments {
  saleItems: StoredItem[];
  saleOrders: StoredOrder[];
}

type Key = 'tomatoes' | 'thermometer' | 'oranges';
const dayMinutes = 24 * 60;

/** An item of the story. */
export const seededItemId = (key: Key) => itemIdOf(`seed-sale-request-${key}`);

/** Files of seeds/pictures, and where they are uploaded to. */
const pictureOf: Partial<Record<Key, string>> = { tomatoes: 'post-tomatoes.png', thermometer: 'sale-thermometer.png' };
const placeOf = (key: string) => `sale/seed-sale-request-${key}/0.png`;
export const salePictures = Object.entries(pictureOf).map(([key, source]) => ({ cloudPath: placeOf(key), source }));

const figureOf = (name: string) => {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
};
const requestOf = (name: string, key: Key) => `seed-sale-order-${key}-${figureOf(name).employeeNumber}`;
/** The order of somebody of the story. */
export const seededOrderId = (name: string, key: Key) =>
  orderIdOf(personIdOf(figureOf(name).employeeNumber), seededItemId(key), requestOf(name, key));

function ordered(item: StoredItem, key: Key, name: string, pieces: number, at: string): StoredOrder {
  const { employeeNumber } = figureOf(name);
  const [personId, orderId] = [personIdOf(employeeNumber), seededOrderId(name, key)];
  const order = newOrder(item, { orderId, personId, personName: name, employeeNumber, pieces, at });
  item.stock -= pieces;
  item.buyers[partOf(personId)] = { pieces, orderIds: [orderId], returnedIds: [] };
  return { ...order, tellSince: null };
}

/** What 云杉科技 sells to its own people: from the test greenhouse, and last season's devices. */
export function saleDocuments(now: Date): SaleDocuments {
  const at = (days: number) => minutesAfter(now, days * dayMinutes);
  const day = (days: number) => addDays(dayOf(now), days);
  const on = (days: number, time: string) => instant(momentOn(day(days), time));
  const put = (key: Key, pieces: number, terms: Omit<SaleTerms, 'pickUpPlace' | 'cancelUntil'>) => {
    const cancelUntil = instant(momentOn(addDays(terms.pickUpOn, -1), '18:00'));
    const pictureFileIds = key in pictureOf ? [`cloud://local-simulator.files/${placeOf(key)}`] : [];
    const added = { terms: { ...terms, pickUpPlace: '一楼前台', cancelUntil }, pieces, pictureFileIds };
    const item = newItem(seededItemId(key), added, {
      personId: personIdOf(figureOf('周岚').employeeNumber),
      at: at(-2),
    });
    const pictures = item.pictures.map((picture) => ({ ...picture, check: 'pass' as const, isAsked: true }));
    return { ...item, pictures, picturesSince: null };
  };
  const tomatoes = put('tomatoes', 60, {
    ...{ name: '试验温室番茄 5 斤装', priceFen: 2990, perPersonLimit: 2, payment: 'atHandOver' },
    about: '云杉试验温室当天采的，没有打过药。按成本价给同事。',
    ...{ opensAt: on(-2, '10:00'), closesAt: on(3, '18:00'), pickUpOn: day(5) },
  });
  const thermometer = put('thermometer', 12, {
    ...{ name: '上一代温室温度计', priceFen: 9900, perPersonLimit: 1, payment: 'payroll' },
    about: '展会样机，功能正常，外壳可能有划痕。保修一年。',
    ...{ opensAt: on(-3, '10:00'), closesAt: on(6, '18:00'), pickUpOn: day(8) },
  });
  const oranges = put('oranges', 40, {
    ...{ name: '客户果园的脐橙', priceFen: 4500, perPersonLimit: 3, payment: 'payroll' },
    about: '老客户家的橙子，一箱十斤。',
    ...{ opensAt: on(-31, '10:00'), closesAt: on(-25, '18:00'), pickUpOn: day(-22) },
  });
  const fetched = handingOver('seed-sale-hand-over', at(-22));
  return {
    saleOrders: [
      ordered(tomatoes, 'tomatoes', '陈一诺', 2, at(-0.8)),
      ordered(tomatoes, 'tomatoes', '马会敏', 1, at(-0.5)),
      ordered(thermometer, 'thermometer', '林晓', 1, at(-0.4)),
      { ...ordered(oranges, 'oranges', '林晓', 1, at(-29)), ...fetched, tellSince: null },
    ],
    saleItems: [tomatoes, thermometer, oranges],
  };
}
