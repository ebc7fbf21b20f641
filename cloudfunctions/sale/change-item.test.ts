import { seededItemId } from '../../seeds/sale-documents';
import type { SaleTerms } from '../../shared/sale/sale';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openSaleDay, type SaleDay } from '../../test/sale-day';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const tomatoes = seededItemId('tomatoes');
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

let sale: SaleDay;
const start = '2026-11-22T02:00:00.000Z';
beforeAll(async () => {
  stopClock(start);
  sale = await openSaleDay(new Date());
});
beforeEach(() => stopClock(start));
afterEach(async () => {
  await sale.sweep();
  expect(sale.violations()).toEqual([]);
});
afterAll(() => sale.close());

const standing = (itemId: string, more: Partial<SaleTerms> = {}): SaleTerms => {
  const terms = sale.item(itemId).added.terms;
  return { ...terms, ...more };
};
const change = (itemId: string, more: Partial<SaleTerms>, requestId = freshRequest()) =>
  sale.ask('周岚', 'changeSaleItem', { itemId, terms: standing(itemId, more), pictureFileIds: null, requestId });
const order = (itemId: string, priceFen: number) =>
  sale.ask('唐思远', 'orderSaleItem', { itemId, pieces: 1, priceFen, requestId: freshRequest() });
const seenBy = async (name: string, itemId: string) =>
  (await sale.tell(name, 'listSaleItems', {})).items.find(({ _id }) => _id === itemId);
async function putUp(...contents: Buffer[]): Promise<string> {
  const input = { terms: standing(tomatoes), pieces: 5, ...(await sale.pictures(...contents)) };
  return (await sale.tell('周岚', 'addSaleItem', input))._id;
}

describe('changing an item that is up', () => {
  it('leaves those who ordered their price, and asks the next one to see the new', async () => {
    const itemId = await putUp();
    expect(await order(itemId, 2990)).toMatchObject({ data: { totalFen: 2990 } });
    const before = sale.orders().filter((one) => one.itemId === itemId);
    const closesAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
    expect(await change(itemId, { priceFen: 3290, closesAt })).toMatchObject({ data: { priceFen: 3290, closesAt } });
    expect(sale.orders().filter((one) => one.itemId === itemId)).toEqual(before);
    expect(await order(itemId, 2990)).toMatchObject({ code: 'sale_price_changed' });
    expect(await order(itemId, 3290)).toMatchObject({ data: { totalFen: 3290 } });
    expect((await seenBy('林晓', itemId))?.closesAt).toBe(closesAt);
  });

  it('changes nothing that an order names once there is one, and everything before', async () => {
    const before = sale.item(tomatoes);
    expect(await change(tomatoes, { pickUpPlace: '食堂' })).toMatchObject({ code: 'sale_terms_ordered' });
    expect(sale.item(tomatoes)).toEqual(before);
    const fresh = await putUp();
    expect(await change(fresh, { pickUpPlace: '食堂' })).toMatchObject({ data: { pickUpPlace: '食堂' } });
    expect(await order(fresh, 2990)).toMatchObject({ data: { pickUpPlace: '食堂' } });
    expect(await change(fresh, { pickUpPlace: '前台' })).toMatchObject({ code: 'sale_terms_ordered' });
  });

  it('and an order at the same moment: the order is at what stands, or the change is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const itemId = await putUp();
      const [changed, ordered] = await Promise.all([change(itemId, { pickUpPlace: '食堂' }), order(itemId, 2990)]);
      const { pickUpPlace } = sale.item(itemId);
      expect(pickUpPlace).toBe(changed.ok ? '食堂' : '一楼前台');
      if (ordered.ok) expect(ordered.data.pickUpPlace).toBe(pickUpPlace);
    }
  });

  it('held up while somebody orders looks again, and is refused', async () => {
    const itemId = await putUp();
    // Who calls, the item, the change itself.
    const isHeld = sale.stage.cloud.faults.line.holdAt(3);
    const changing = change(itemId, { pickUpPlace: '食堂' });
    const goOn = await isHeld;
    expect(await order(itemId, 2990)).toMatchObject({ data: { pickUpPlace: '一楼前台' } });
    goOn();
    expect(await changing).toMatchObject({ code: 'sale_terms_ordered' });
    expect(sale.item(itemId).pickUpPlace).toBe('一楼前台');
  });

  it('held up while it is taken down changes nothing', async () => {
    const itemId = await putUp();
    const isHeld = sale.stage.cloud.faults.line.holdAt(3);
    const changing = change(itemId, { priceFen: 3290 });
    const goOn = await isHeld;
    await sale.tell('周岚', 'withdrawSaleItem', { itemId, requestId: freshRequest() });
    goOn();
    expect(await changing).toMatchObject({ code: 'sale_item_over' });
    expect(sale.item(itemId).priceFen).toBe(2990);
  });

  it('sent again after another change does not bring the first one back', async () => {
    const [itemId, requestId] = [await putUp(), freshRequest()];
    await change(itemId, { priceFen: 3290 }, requestId);
    await change(itemId, { priceFen: 3490 });
    expect(await change(itemId, { priceFen: 3290 }, requestId)).toMatchObject({ data: { priceFen: 3490 } });
  });

  it('is for what is still up, and for HR', async () => {
    expect(await change(seededItemId('oranges'), {})).toMatchObject({ code: 'sale_item_over' });
    const input = { itemId: tomatoes, terms: standing(tomatoes), pictureFileIds: null, requestId: freshRequest() };
    expect(await sale.ask('林晓', 'changeSaleItem', input)).toMatchObject({ code: 'not_allowed' });
    expect(await sale.ask('林晓', 'readSaleItem', { itemId: tomatoes })).toMatchObject({ code: 'not_allowed' });
    expect(await sale.ask('周岚', 'readSaleItem', { itemId: 'si-none' })).toMatchObject({
      code: 'sale_item_not_found',
    });
  });
});

describe('pictures of goods', () => {
  it('are seen by colleagues once each was found harmless, by HR before that with how they stand', async () => {
    const itemId = await putUp(png, png);
    const stands = async () => sale.tell('周岚', 'readSaleItem', { itemId });
    expect(await stands()).toMatchObject({
      pictureState: 'pending',
      pictureUrls: [{}, {}].map(() => expect.any(String)),
    });
    expect((await seenBy('林晓', itemId))?.pictureUrls).toEqual([]);
    await sale.judgePicture(itemId, 0, 'pass');
    expect((await seenBy('林晓', itemId))?.pictureUrls).toHaveLength(1);
    await sale.judgePicture(itemId, 1, 'risky');
    expect((await seenBy('林晓', itemId))?.pictureUrls).toHaveLength(1);
    expect((await stands()).pictureState).toBe('inReview');
  });

  it('judged at the same moment are both judged', async () => {
    const itemId = await putUp(png, png);
    const isHeld = sale.stage.cloud.faults.line.holdAt(2);
    const judging = sale.judgePicture(itemId, 0, 'pass');
    const goOn = await isHeld;
    await sale.judgePicture(itemId, 1, 'pass');
    goOn();
    await judging;
    expect((await seenBy('林晓', itemId))?.pictureUrls).toHaveLength(2);
  });

  it('replaced by others are gone with their files, and an old verdict is not about the new one', async () => {
    const itemId = await putUp(png);
    const terms = standing(itemId);
    const uploaded = await sale.pictures(png);
    await sale.tell('周岚', 'changeSaleItem', { itemId, terms, ...uploaded });
    await sale.judgePicture(itemId, 0, 'pass');
    expect((await seenBy('林晓', itemId))?.pictureUrls).toEqual([]);
    await sale.judgePicture(itemId, 1, 'pass');
    expect((await seenBy('林晓', itemId))?.pictureUrls).toHaveLength(1);
    const stored = sale.item(itemId);
    expect({ numbers: stored.pictures.map(({ number }) => number), dropped: stored.droppedFileIds }).toEqual({
      ...{ numbers: [1], dropped: [] },
    });
    await sale.tell('周岚', 'changeSaleItem', { itemId, terms, pictureFileIds: [], requestId: freshRequest() });
    expect((await seenBy('林晓', itemId))?.pictureUrls).toEqual([]);
  });

  it('are refused where they are none, too many, or somebody else’s upload', async () => {
    const wrong = await sale.pictures(Buffer.from('<svg>'));
    const input = { terms: standing(tomatoes), pieces: 5 };
    expect(await sale.ask('周岚', 'addSaleItem', { ...input, ...wrong })).toMatchObject({
      code: 'sale_picture_unusable',
    });
    const others = { ...(await sale.pictures(png)), requestId: freshRequest() };
    expect(await sale.ask('周岚', 'addSaleItem', { ...input, ...others })).toMatchObject({
      code: 'sale_picture_unusable',
    });
    const four = await sale.pictures(png, png, png, png);
    expect(await sale.ask('周岚', 'addSaleItem', { ...input, ...four })).toMatchObject({ code: 'input_invalid' });
  });

  it('of a change that was killed anywhere are asked about and shown once the timer came', async () => {
    const itemId = await putUp(png);
    const terms = standing(itemId, { about: '今天采的' });
    const cuts = await killedEverywhere(async (cut, request) => {
      const uploaded = await sale.pictures(png);
      await cut(() => sale.ask('周岚', 'changeSaleItem', { itemId, terms, ...uploaded }));
      await sale.ask('周岚', 'changeSaleItem', { itemId, terms, ...uploaded });
      passTime(60_000);
      await sale.sweep();
      const { pictures, picturesSince, droppedFileIds, about } = sale.item(itemId);
      expect({ request, pictures, picturesSince, droppedFileIds, about }).toEqual({
        ...{ request, picturesSince: null, droppedFileIds: [], about: '今天采的' },
        pictures: [{ number: 1, fileId: uploaded.pictureFileIds[0], check: 'waiting', isAsked: true }],
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(4);
  });
});
