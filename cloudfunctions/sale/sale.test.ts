import { seededItemId, seededOrderId } from '../../seeds/sale-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { partOf } from '../../shared/kernel/places';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openSaleDay, type SaleDay } from '../../test/sale-day';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const tomatoes = seededItemId('tomatoes');
const [lin, tang] = ['林晓', '唐思远'].map(personOf) as [string, string];
const day = 24 * 3_600_000;

let sale: SaleDay;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  sale = await openSaleDay(new Date());
});
afterEach(async () => {
  await sale.sweep();
  expect(sale.violations()).toEqual([]);
  await sale.close();
});

const order = (name: string, pieces = 1, requestId = freshRequest(), itemId = tomatoes) =>
  sale.ask(name, 'orderSaleItem', { itemId, pieces, priceFen: 2990, requestId });
async function ordered(name: string, pieces = 1): Promise<string> {
  const { _id } = await sale.tell(name, 'orderSaleItem', {
    ...{ itemId: tomatoes, pieces, priceFen: 2990, requestId: freshRequest() },
  });
  return _id;
}
const cancel = (name: string, orderId: string, requestId = freshRequest()) =>
  sale.ask(name, 'cancelSaleOrder', { orderId, requestId });
const handOver = (orderId: string, requestId = freshRequest()) =>
  sale.ask('周岚', 'handOverSaleOrder', { orderId, requestId });
const ordersOf = (personId: string) =>
  sale.orders().filter((one) => one.personId === personId && one.itemId === tomatoes);
const fetchTasks = (personId: string) => sale.toldTo(personId).filter((title) => title.startsWith('领取特卖'));

async function putUp(pieces: number, perPersonLimit: number): Promise<string> {
  const { terms } = sale.item(tomatoes).added;
  const input = { terms: { ...terms, perPersonLimit }, pieces, pictureFileIds: [], requestId: freshRequest() };
  return (await sale.tell('周岚', 'addSaleItem', input))._id;
}

describe('an order', () => {
  it('takes its pieces, stands among one’s own with when and where to fetch it, and on 今天', async () => {
    const { stock } = sale.item(tomatoes);
    expect(await order('林晓', 2)).toMatchObject({ ok: true, data: { totalFen: 5980, state: 'reserved' } });
    expect(sale.item(tomatoes).stock).toBe(stock - 2);
    const { items } = await sale.tell('林晓', 'listMySaleOrders', {});
    expect(items[0]).toMatchObject({ itemName: '试验温室番茄 5 斤装', pickUpPlace: '一楼前台', pieces: 2 });
    expect(fetchTasks(lin)).toContain('领取特卖：试验温室番茄 5 斤装 ×2');
    expect(await sale.ask('何雨桐', 'listMySaleOrders', {})).toMatchObject({ ok: true, data: { items: [] } });
  });

  it('sent again is the same order, and with another number refused', async () => {
    const requestId = freshRequest();
    const first = await order('林晓', 1, requestId);
    expect(await order('林晓', 1, requestId)).toEqual({ ...first, traceId: expect.any(String) });
    expect(await order('林晓', 2, requestId)).toMatchObject({ code: 'request_id_reused' });
    expect(ordersOf(lin)).toHaveLength(1);
  });

  it('beyond the limit, the stock or the time is refused, and nothing is written', async () => {
    await order('林晓', 2);
    const before = sale.item(tomatoes);
    expect(await order('林晓')).toMatchObject({ code: 'sale_limit_reached', detail: { limit: 2, left: 0 } });
    expect(await order('唐思远', 1, freshRequest(), seededItemId('oranges'))).toMatchObject({ code: 'sale_not_open' });
    expect(await order('唐思远', 1, freshRequest(), 'si-none')).toMatchObject({ code: 'sale_item_not_found' });
    const one = await putUp(1, 2);
    expect(await order('唐思远', 2, freshRequest(), one)).toMatchObject({ code: 'sale_sold_out', detail: { left: 1 } });
    expect(sale.item(tomatoes)).toEqual(before);
  });

  it('of sixty-four parallel taps with repeats sells what there is, and nobody more than the limit', async () => {
    const itemId = await putUp(10, 2);
    const names = ['林晓', '陈一诺', '唐思远', '王磊', '马会敏', '李蓉', '赵启明', '周岚'];
    const taps = names.flatMap((name, person) =>
      Array.from({ length: 8 }, (_, tap) => order(name, 1, `request-of-tapper-${person}-${tap % 4}`, itemId)),
    );
    const answers = await Promise.all(taps);
    await sale.sweep();
    const won = answers.flatMap((answer) => (answer.ok ? [answer.data._id] : []));
    const { stock, buyers } = sale.item(itemId);
    expect(stock).toBe(0);
    expect(new Set(won).size).toBeLessThanOrEqual(10);
    expect(Object.values(buyers).reduce((sum, { pieces }) => sum + pieces, 0)).toBe(10);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    expect(
      refused.filter((code) => !['sale_limit_reached', 'sale_sold_out', 'wait_and_repeat'].includes(code)),
    ).toEqual([]);
  });

  it('whose function slept while its twin was placed, cancelled and forgotten is not placed again', async () => {
    const requestId = freshRequest();
    const first = await order('林晓', 2, requestId);
    await cancel('林晓', first.ok ? first.data._id : '');
    await sale.sweep();
    const { stock } = sale.item(tomatoes);
    expect(await order('林晓', 2, requestId)).toMatchObject({ ok: true, data: { state: 'cancelled' } });
    expect(sale.item(tomatoes).stock).toBe(stock);
  });

  /** 林晓 taps; while her order waits at the item's change, which is the third request, something else happens. */
  async function whileHeld(happens: () => Promise<unknown>, itemId: string, requestId = freshRequest()) {
    const isHeld = sale.stage.cloud.faults.line.holdAt(3);
    const ordering = order('林晓', 1, requestId, itemId);
    const goOn = await isHeld;
    expect(await happens()).toMatchObject({ ok: true });
    goOn();
    return ordering;
  }

  it('held up while the last piece goes, or the item is taken down, gets none', async () => {
    const last = await putUp(1, 2);
    expect(await whileHeld(() => order('唐思远', 1, freshRequest(), last), last)).toMatchObject({
      code: 'sale_sold_out',
    });
    expect(sale.item(last).stock).toBe(0);
    const downAt = await putUp(5, 2);
    const down = () => sale.ask('周岚', 'withdrawSaleItem', { itemId: downAt, requestId: freshRequest() });
    expect(await whileHeld(down, downAt)).toMatchObject({ code: 'sale_item_not_found' });
    expect(sale.item(downAt).stock).toBe(5);
  });

  it('held up while its twin was placed and cancelled takes nothing again', async () => {
    const [itemId, requestId] = [await putUp(5, 2), freshRequest()];
    const placedAndCancelled = async (id = freshRequest()) => {
      const placed = await order('林晓', 1, id, itemId);
      return cancel('林晓', placed.ok ? placed.data._id : '');
    };
    // She had one before, so that what she has is the same afterwards.
    await placedAndCancelled();
    const answer = await whileHeld(() => placedAndCancelled(requestId), itemId, requestId);
    expect(answer).toMatchObject({ data: { state: 'cancelled' } });
    expect(sale.item(itemId).stock).toBe(5);
  });

  it('killed anywhere is there once with its pieces, whoever comes first: the timer or the person', async () => {
    const { stock } = sale.item(tomatoes);
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => order('唐思远', 2, requestId));
      if (request % 2 === 0) await sale.sweep();
      expect(await order('唐思远', 2, requestId)).toMatchObject({ ok: true });
      await sale.sweep();
      const outcome = {
        orders: ordersOf(tang).length,
        stock: sale.item(tomatoes).stock,
        tasks: fetchTasks(tang).length,
      };
      expect({ request, ...outcome, wrong: sale.violations() }).toEqual({
        ...{ request, orders: 1, stock: stock - 2, tasks: 1, wrong: [] },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(7);
  });

  it('that nobody asks for again after a kill is finished by the timer', async () => {
    const cuts = await killedEverywhere(async (cut, request) => {
      await cut(() => order('唐思远', 1));
      await sale.sweep();
      await sale.sweep();
      const taken = sale.item(tomatoes).buyers[partOf(tang)]?.pieces ?? 0;
      expect({ request, orders: ordersOf(tang).length, wrong: sale.violations() }).toEqual({
        ...{ request, orders: taken, wrong: [] },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(7);
  });

  it('costs five requests before its task, a page of the sale two', async () => {
    const list = () => sale.tell('林晓', 'listSaleItems', {});
    expect((await sale.stage.counted(list)).dbRequests).toBe(2);
  });
});

describe('cancelling', () => {
  it('gives the pieces back once, until its last moment, to its owner alone', async () => {
    const { stock } = sale.item(tomatoes);
    const orderId = await ordered('林晓', 2);
    expect(await cancel('唐思远', orderId)).toMatchObject({ code: 'sale_order_not_found' });
    const requestId = freshRequest();
    const first = await cancel('林晓', orderId, requestId);
    expect(first).toMatchObject({ ok: true, data: { state: 'cancelled' } });
    expect(await cancel('林晓', orderId, requestId)).toEqual({ ...first, traceId: expect.any(String) });
    expect(await cancel('林晓', orderId)).toMatchObject({ code: 'sale_order_closed' });
    expect(sale.item(tomatoes).stock).toBe(stock);
    expect(fetchTasks(lin)).not.toContain('领取特卖：试验温室番茄 5 斤装 ×2');
    const late = await ordered('林晓', 1);
    passTime(5 * day);
    expect(await cancel('林晓', late)).toMatchObject({ code: 'sale_cancel_too_late' });
  });

  it('killed anywhere gives them back exactly once', async () => {
    const { stock } = sale.item(tomatoes);
    const orderId = await ordered('唐思远', 2);
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => cancel('唐思远', orderId, requestId));
      if (request % 2 === 0) await sale.sweep();
      await cancel('唐思远', orderId, requestId);
      await sale.sweep();
      expect({ request, stock: sale.item(tomatoes).stock, wrong: sale.violations() }).toEqual({
        ...{ request, stock, wrong: [] },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(5);
  });
});

describe('HR', () => {
  it('hands over from the queue, once, and what is handed over is not cancelled', async () => {
    const orderId = await ordered('林晓');
    const { items } = await sale.tell('周岚', 'listSaleOrders', { state: 'reserved', itemId: tomatoes });
    expect(items.at(-1)).toMatchObject({ _id: orderId, personName: '林晓' });
    const requestId = freshRequest();
    expect(await handOver(orderId, requestId)).toMatchObject({ ok: true, data: { state: 'handedOver' } });
    expect(await handOver(orderId, requestId)).toMatchObject({ ok: true });
    expect(await handOver(orderId)).toMatchObject({ code: 'sale_order_closed' });
    expect(await cancel('林晓', orderId)).toMatchObject({ code: 'sale_order_closed' });
    expect(fetchTasks(lin)).not.toContain('领取特卖：试验温室番茄 5 斤装 ×1');
    expect(await sale.ask('林晓', 'handOverSaleOrder', { orderId, requestId })).toMatchObject({ code: 'not_allowed' });
  });

  it('calls an order off with a reason that its owner is told once', async () => {
    const orderId = await ordered('林晓', 2);
    const { stock } = sale.item(tomatoes);
    const input = { orderId, reason: '今天采的不够', requestId: freshRequest() };
    expect(await sale.ask('周岚', 'callOffSaleOrder', input)).toMatchObject({ data: { cancelReason: '今天采的不够' } });
    await sale.ask('周岚', 'callOffSaleOrder', input);
    await sale.sweep();
    expect(sale.item(tomatoes).stock).toBe(stock + 2);
    expect(sale.toldTo(lin).filter((title) => title.startsWith('特卖订单取消了'))).toHaveLength(1);
  });

  it('puts up, restocks and withdraws, each once however often it is sent', async () => {
    const restock = { itemId: tomatoes, pieces: 5, requestId: freshRequest() };
    const first = await sale.tell('周岚', 'restockSaleItem', restock);
    expect(await sale.tell('周岚', 'restockSaleItem', restock)).toEqual(first);
    expect(first.supplied).toBe(65);
    expect(await sale.ask('周岚', 'restockSaleItem', { ...restock, pieces: 6 })).toMatchObject({
      code: 'request_id_reused',
    });
    const most = { itemId: tomatoes, pieces: 4936, requestId: freshRequest() };
    expect(await sale.ask('周岚', 'restockSaleItem', most)).toMatchObject({ code: 'sale_stock_full' });
    await sale.tell('周岚', 'withdrawSaleItem', { itemId: tomatoes, requestId: freshRequest() });
    expect(await order('林晓')).toMatchObject({ code: 'sale_item_not_found' });
    expect((await sale.tell('林晓', 'listSaleItems', {})).items.map(({ _id }) => _id)).not.toContain(tomatoes);
  });

  it('and finance export what a month takes off the pay, and nothing that is paid on the spot', async () => {
    await sale.tell('周岚', 'handOverSaleOrder', {
      ...{ orderId: seededOrderId('林晓', 'thermometer'), requestId: freshRequest() },
    });
    await handOver(await ordered('唐思远'));
    const answer = await sale.tell('马会敏', 'exportSalePayroll', { month: '2026-11' });
    expect(answer.csv).toContain('林晓,上一代温室温度计,1,99.00,2026-11-22');
    expect(answer.csv).not.toContain('番茄');
    expect(await sale.tell('周岚', 'exportSalePayroll', { month: '2026-12' })).toMatchObject({
      orders: 0,
      totalFen: 0,
    });
    expect(await sale.ask('林晓', 'exportSalePayroll', { month: '2026-11' })).toMatchObject({ code: 'not_allowed' });
  });

  it('takes a list along to the desk: of one day, by person, without what is cancelled or handed over', async () => {
    const pickUpOn = sale.item(tomatoes).pickUpOn;
    await ordered('林晓');
    await cancel('林晓', await ordered('林晓'));
    await handOver(await ordered('唐思远'));
    const { csv, orders, people } = await sale.tell('周岚', 'exportSalePickUp', { pickUpOn });
    const lines = csv.trim().split('\r\n').slice(1);
    const names = ['马会敏', '林晓', '陈一诺'];
    expect(lines.map((line) => line.split(',').slice(1, 4).join(' '))).toEqual(
      names.map((name, index) => `${name} 试验温室番茄 5 斤装 ${index < 2 ? 1 : 2}`),
    );
    expect({ orders, people }).toEqual({ orders: 3, people: 3 });
    expect(await sale.tell('周岚', 'exportSalePickUp', { pickUpOn: '2027-01-01' })).toMatchObject({ orders: 0 });
    expect(await sale.ask('马会敏', 'exportSalePickUp', { pickUpOn })).toMatchObject({ code: 'not_allowed' });
  });
});
