import { seededCareId, seededGiftCardId } from '../../seeds/recognition-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type KindCompany, openKindCompany } from '../../test/kind-company';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import type { StoredGiftCard, StoredGiftCardNumber } from './documents';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

const [zhou, lin, chen] = ['周岚', '林晓', '陈一诺'].map(personOf) as [string, string, string];
const hour = 3_600_000;

let company: KindCompany;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  company = await openKindCompany(new Date());
});
afterEach(() => company.close());

const numbers = () => company.documents<StoredGiftCardNumber>('giftCardNumbers');
const kindOf = (id = seededGiftCardId) =>
  company.documents<StoredGiftCard>('giftCards').find(({ _id }) => _id === id) as StoredGiftCard;
const reveal = (careId: string, requestId = freshRequest(), name = '林晓') =>
  company.ask(name, 'revealGiftCard', { careId, requestId });
const bringIn = (texts: string[], requestId = freshRequest(), giftCardId = seededGiftCardId) =>
  company.ask('周岚', 'addGiftCardNumbers', { giftCardId, numbers: texts, requestId });

/** A kind of its own, named by the rule for honours. */
async function honoursWith(lowAt: number, texts: string[]): Promise<string> {
  const terms = { name: '书店卡', valueFen: 5000, howTo: '到店出示', lowAt, requestId: freshRequest() };
  const { _id } = await company.tell('周岚', 'addGiftCard', terms);
  if (texts.length > 0) await bringIn(texts, freshRequest(), _id);
  const { items } = await company.tell('周岚', 'listCareRules', {});
  const rule = items.find((one) => one._id === 'honour');
  if (!rule) throw new Error('there is no rule');
  const { _id: occasion, ...rest } = rule;
  await company.tell('周岚', 'changeCareRule', { ...rest, occasion, giftCardId: _id, requestId: freshRequest() });
  return _id;
}
const honour = (name: string, requestId = freshRequest()) =>
  company.ask('周岚', 'congratulateColleague', {
    ...{ personId: personOf(name), occasion: 'honour', title: '年度新星', requestId },
  });
const honoursOf = (name: string) =>
  company.care().filter(({ personId, occasion }) => personId === personOf(name) && occasion === 'honour');
const heldBy = (careId: string | undefined) => numbers().filter((one) => one.careId === careId);

describe('a gift card that came with a care card', () => {
  const careId = seededCareId(new Date('2026-11-22T02:00:00.000Z'));

  it('is shown once; the same request gets it again for a day, another never, and then it is gone', async () => {
    const requestId = freshRequest();
    expect(await company.tell('林晓', 'readCareCard', { careId })).toMatchObject({
      ...{ giftCard: { state: 'waiting', seenAt: null }, giftCardTerms: { name: '麦田蛋糕卡', valueFen: 10_000 } },
    });
    const first = await reveal(careId, requestId);
    expect(first).toMatchObject({ ok: true, data: { number: expect.stringContaining('8800 2026 1100') } });
    expect(await reveal(careId)).toMatchObject({ code: 'gift_card_seen_already' });
    passTime(23 * hour);
    await company.sweep();
    expect(await reveal(careId, requestId)).toEqual({ ...first, traceId: expect.any(String) });
    passTime(hour);
    await company.sweep();
    expect(heldBy(careId)).toMatchObject([{ sealed: null }]);
    expect(await reveal(careId, requestId)).toMatchObject({ code: 'gift_card_seen_already' });
    expect(await company.tell('林晓', 'readCareCard', { careId })).toMatchObject({
      giftCard: { state: 'seen', seenAt: '2026-11-22T02:00:00.000Z' },
    });
  });

  it('is its person’s alone, and HR sees that it was looked at but not the number', async () => {
    expect(await reveal(careId, freshRequest(), '周岚')).toMatchObject({ code: 'care_card_not_found' });
    const shown = await reveal(careId);
    const number = shown.ok ? shown.data.number : '';
    expect(JSON.stringify(numbers())).not.toContain('8800');
    const { items } = await company.tell('周岚', 'listGiftCardDraws', { giftCardId: seededGiftCardId });
    expect(items).toMatchObject([{ _id: careId, name: '林晓', seenAt: '2026-11-22T02:00:00.000Z' }]);
    const told = [items, await company.tell('周岚', 'listGiftCards', {})];
    expect(JSON.stringify(told)).not.toContain(number);
    const logged = [console.error, console.log].flatMap((say) => jest.mocked(say).mock.calls.flat());
    expect(JSON.stringify(logged)).not.toContain(number);
  });
});

describe('numbers that HR brings in', () => {
  it('come in once each, also under a repeat, and count from then on', async () => {
    const requestId = freshRequest();
    const answer = await bringIn(['A 1', 'A 2', 'A 2'], requestId);
    expect(answer).toMatchObject({ ok: true, data: { added: 2, known: 1, giftCard: { free: 8 } } });
    expect(await bringIn(['A 1', 'A 2', 'A 2'], requestId)).toMatchObject({
      data: { added: 2, giftCard: { free: 8 } },
    });
    expect(await bringIn(['A 2', 'A 3'])).toMatchObject({ data: { added: 1, known: 1, giftCard: { free: 9 } } });
    expect(await bringIn(['A 1'], freshRequest(), 'g-none')).toMatchObject({ code: 'gift_card_not_found' });
  });

  it('are for a kind whose words two in HR do not change over each other', async () => {
    const change = (name: string, version: number) =>
      company.ask('周岚', 'changeGiftCard', {
        ...{ giftCardId: seededGiftCardId, name, valueFen: 1, howTo: '', lowAt: 0, version, requestId: freshRequest() },
      });
    expect(await change('蛋糕', 0)).toMatchObject({ ok: true, data: { version: 1 } });
    expect(await change('面包', 0)).toMatchObject({ code: 'gift_card_changed' });
    expect(await change('蛋糕', 0)).toMatchObject({ ok: true });
  });

  it('are of at most ten kinds, each added once', async () => {
    const terms = { name: '书店卡', valueFen: 5000, howTo: '', lowAt: 0 };
    const requestId = freshRequest();
    const add = (id: string, name = '书店卡') => company.ask('周岚', 'addGiftCard', { ...terms, name, requestId: id });
    expect(await add(requestId)).toMatchObject({ ok: true });
    expect(await add(requestId)).toMatchObject({ ok: true });
    expect(await add(requestId, '别的卡')).toMatchObject({ code: 'request_id_reused' });
    for (let kind = 0; kind < 8; kind += 1) expect(await add(freshRequest())).toMatchObject({ ok: true });
    expect(await add(freshRequest())).toMatchObject({ code: 'gift_cards_full' });
  });
});

describe('delivering care', () => {
  it('draws one number for each card; HR is told once that none is left, until it refills', async () => {
    const kind = await honoursWith(1, ['B 1', 'B 2']);
    await honour('林晓');
    await honour('陈一诺');
    for (const name of ['林晓', '陈一诺']) expect(heldBy(honoursOf(name)[0]?._id)).toHaveLength(1);
    for (let minute = 0; minute < 3; minute += 1) await company.sweep();
    expect(company.toldTo(zhou).filter((title) => title === '书店卡发完了')).toHaveLength(1);
    expect(kindOf(kind)).toMatchObject({ toldLevel: 'empty', checkSince: null });
    await bringIn(['B 3', 'B 4'], freshRequest(), kind);
    const open = () =>
      company
        .documents<{ title: string; personId: string; open: boolean }>('todayEntries')
        .filter((entry) => entry.title.startsWith('书店卡') && entry.personId === zhou && entry.open);
    expect(open()).toEqual([]);
  });

  it('with an empty stock is not lost: the number is owed, drawn when HR refills, and its person is told', async () => {
    const kind = await honoursWith(0, []);
    await honour('林晓');
    const [card] = honoursOf('林晓');
    const careId = card?._id ?? '';
    expect(card).toMatchObject({ state: 'delivered', pendingSince: null, owedCardId: kind });
    expect(await reveal(careId)).toMatchObject({ code: 'gift_card_owed' });
    expect(company.toldTo(lin)).not.toContain('你的礼品卡到了');
    await bringIn(['C 1'], freshRequest(), kind);
    expect(company.toldTo(lin).filter((title) => title === '你的礼品卡到了')).toHaveLength(1);
    expect(await reveal(careId)).toMatchObject({ ok: true, data: { number: 'C 1' } });
  });

  it('of many at once gives each one of their own, and as many as there are', async () => {
    const kind = await honoursWith(0, ['D 1', 'D 2', 'D 3']);
    const names = ['林晓', '陈一诺', '唐思远', '王磊', '马会敏', '李蓉'];
    const taps = names.flatMap((name, index) => [1, 2].map(() => honour(name, `honour-of-number-${index}`)));
    await Promise.all(taps);
    for (let minute = 0; minute < 3; minute += 1) await company.sweep();
    const holders = numbers().flatMap((one) => (one.giftCardId === kind && one.careId ? [one.careId] : []));
    expect(holders).toHaveLength(3);
    expect(new Set(holders).size).toBe(3);
    expect(company.care().filter(({ owedCardId }) => owedCardId === kind)).toHaveLength(3);
  });

  it('killed anywhere draws exactly one number, and tells it once', async () => {
    const kind = await honoursWith(0, ['E 1', 'E 2', 'E 3']);
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => honour('陈一诺', requestId));
      if (request % 2 === 0) await company.sweep();
      await honour('陈一诺', requestId);
      for (let minute = 0; minute < 2; minute += 1) await company.sweep();
      const taken = numbers().filter((one) => one.giftCardId === kind && one.careId !== null);
      const [card] = honoursOf('陈一诺');
      expect({ request, taken: taken.length, owed: card?.owedCardId, held: card?.numberId }).toEqual({
        ...{ request, taken: 1, owed: null, held: taken[0]?._id },
      });
      const told = company.toldTo(chen).filter((title) => title === '祝贺获奖');
      expect({ request, told: told.length, check: kindOf(kind).checkSince }).toEqual({ request, told: 1, check: null });
    });
    expect(cuts).toBeGreaterThanOrEqual(12);
  });

  it('owed is drawn once and told once, wherever HR’s refill was killed', async () => {
    const kind = await honoursWith(0, []);
    await honour('林晓');
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => bringIn(['F 1', 'F 2'], requestId, kind));
      if (request % 2 === 0) await bringIn(['F 1', 'F 2'], requestId, kind);
      for (let minute = 0; minute < 2; minute += 1) await company.sweep();
      const [card] = honoursOf('林晓');
      const isIn = numbers().filter((one) => one.giftCardId === kind).length === 2;
      const told = company.toldTo(lin).filter((title) => title === '你的礼品卡到了').length;
      expect({ request, owed: card?.owedCardId, told, held: heldBy(card?._id).length }).toEqual(
        isIn ? { request, owed: null, told: 1, held: 1 } : { request, owed: kind, told: 0, held: 0 },
      );
    });
    expect(cuts).toBeGreaterThanOrEqual(10);
  });
});
