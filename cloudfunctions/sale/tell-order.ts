import { instant, momentOn } from '../../shared/kernel/day';
import type { Instant } from '../../shared/kernel/scalar';
import { is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { deliver } from '../platform/outbox';
import type { StoredOrder } from './documents';
import { store } from './store';

const atOnce = 50;
const page = '/packages/sale/pages/my-orders/my-orders';
/** Whoever hands out goes home then. */
const endOfPickUp = '18:00';

/** 今天 says when and where to fetch it until it is fetched; what HR called off is told with its reason. */
export async function tellOrder(order: StoredOrder, now: Date): Promise<void> {
  const { _id, tellSince, state, cancelReason } = order;
  if (tellSince === null) return;
  const isTold =
    state === 'reserved'
      ? await putTask(order, tellSince, now)
      : (await clearTask(order, tellSince, now)) && (cancelReason === null || (await tellCalledOff(order, now)));
  if (isTold) await store.orders.changeOne({ _id, tellSince }, { tellSince: null });
}

function putTask({ _id, personId, itemName, pieces, pickUpOn, pickUpPlace }: StoredOrder, at: Instant, now: Date) {
  const [, month, day] = pickUpOn.split('-').map(Number);
  const input = {
    ...{ taskId: _id, personIds: [personId], kind: 'community', lane: 'do', title: `领取特卖：${itemName} ×${pieces}` },
    ...{ line: `${month}月${day}日 到${pickUpPlace}领取`, button: '看订单', page },
    ...{ dueAt: instant(momentOn(pickUpOn, endOfPickUp)), closesAt: null, at, requestId: requestOf('fetch', _id) },
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

function clearTask({ _id, personId }: StoredOrder, at: Instant, now: Date) {
  const input = { taskId: _id, personIds: [personId], at, requestId: requestOf('fetched', _id) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}

function tellCalledOff({ _id, personId, itemName, cancelReason, closedAt }: StoredOrder, now: Date) {
  const input = {
    ...{ factId: `${_id}.off`, personIds: [personId], kind: 'community', title: `特卖订单取消了：${itemName}` },
    ...{ line: cancelReason ?? '', page, at: closedAt ?? instant(now), requestId: requestOf('off', _id) },
  };
  return deliver({ to: 'today', call: 'notify', input }, now);
}

const requestOf = (word: string, id: string) => `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`;

/** What was cut off. */
export async function tellOrders(quietSince: Instant, now: Date): Promise<number> {
  const where = { tellSince: is.between('', quietSince) };
  const open = await store.orders.list({ where, sortedBy: 'tellSince', limit: atOnce });
  await oneByOne(open, (order) => tellOrder(order, now));
  return open.length;
}
