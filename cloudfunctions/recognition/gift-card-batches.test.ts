import { seededBatchId, seededGiftCardId } from '../../seeds/recognition-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { type KindCompany, openKindCompany } from '../../test/kind-company';
import { freshRequest, stopClock } from '../../test/mall';
import type { StoredGiftCardNumber } from './documents';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

let company: KindCompany;
let putBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  company = await openKindCompany(new Date());
  putBack = company.stage.cloud.snapshot();
});
beforeEach(() => {
  stopClock('2026-11-22T02:00:00.000Z');
  putBack();
});
afterAll(() => company.close());

const numbers = (giftCardId = seededGiftCardId) =>
  company.documents<StoredGiftCardNumber>('giftCardNumbers').filter((one) => one.giftCardId === giftCardId);
const bringIn = (texts: string[], requestId = freshRequest(), giftCardId = seededGiftCardId) =>
  company.ask('周岚', 'addGiftCardNumbers', { giftCardId, numbers: texts, requestId });
const batches = async () => (await company.tell('周岚', 'listGiftCardBatches', { giftCardId: seededGiftCardId })).items;
const takeBack = (batchId: string, requestId = freshRequest(), name = '周岚') =>
  company.ask(name, 'takeBackGiftCardNumbers', { batchId, requestId });
const honour = async (name: string) => {
  const { items } = await company.tell('周岚', 'listCareRules', {});
  const rule = items.find((one) => one._id === 'honour');
  if (!rule) throw new Error('there is no rule');
  const { _id: occasion, ...rest } = rule;
  const named = { ...rest, occasion, giftCardId: seededGiftCardId, requestId: freshRequest() };
  if (rule.giftCardId === null) await company.tell('周岚', 'changeCareRule', named);
  const who = { personId: personOf(name), occasion: 'honour', title: '年度新星', requestId: freshRequest() } as const;
  await company.tell('周岚', 'congratulateColleague', who);
};

describe('a batch of numbers that came in by mistake', () => {
  it('is taken back as far as nobody was given one, and says how many', async () => {
    await bringIn(['H 1', 'H 2', 'H 3']);
    const [batch] = await batches();
    expect(batch).toMatchObject({ byName: '周岚', typed: 3, takenBackAt: null });
    expect(await takeBack(batch?._id ?? '')).toMatchObject({
      data: { takenBack: 3, kept: 0, giftCard: { free: 6, level: 'enough' } },
    });
    const first = await takeBack(seededBatchId);
    expect(first).toMatchObject({ data: { takenBack: 6, kept: 1, giftCard: { free: 0, level: 'empty' } } });
    expect(numbers()).toMatchObject([{ careId: expect.any(String), sealed: expect.any(String) }]);
    expect(await takeBack(seededBatchId)).toEqual({ ...first, traceId: expect.any(String) });
    expect((await batches()).map(({ takenBackAt }) => takenBackAt !== null)).toEqual([true, true]);
    expect(company.toldTo(personOf('周岚'))).toContain('麦田蛋糕卡发完了');
  });

  it('does not come back by a repeat of what brought it in, and its numbers may come in anew', async () => {
    const requestId = freshRequest();
    await bringIn(['J 1', 'J 2'], requestId);
    await takeBack((await batches())[0]?._id ?? '');
    expect(await bringIn(['J 1', 'J 2'], requestId)).toMatchObject({ code: 'gift_card_batch_taken_back' });
    expect(numbers()).toHaveLength(7);
    expect(await bringIn(['J 1'])).toMatchObject({ data: { added: 1, known: 0 } });
  });

  it('is HR’s to take back, and one that there is', async () => {
    expect(await takeBack('b-none')).toMatchObject({ code: 'gift_card_batch_not_found' });
    expect(await takeBack(seededBatchId, freshRequest(), '林晓')).toMatchObject({ code: 'not_allowed' });
    expect(numbers()).toHaveLength(7);
  });

  it('while care is delivered from it: each number is gone or its person’s, and nobody goes without', async () => {
    await bringIn(['K 1', 'K 2', 'K 3']);
    const names = ['林晓', '陈一诺', '唐思远'];
    const [taken] = await Promise.all([takeBack(seededBatchId), ...names.map(honour)]);
    for (let minute = 0; minute < 3; minute += 1) await company.sweep();
    const held = company.care().filter(({ occasion }) => occasion === 'honour');
    expect(held).toHaveLength(3);
    for (const { _id, numberId, owedCardId } of held) {
      const [number] = numbers().filter((one) => one.careId === _id);
      expect({ owedCardId, numberId }).toEqual({ owedCardId: null, numberId: number?._id });
    }
    const left = numbers().filter(({ broughtBy }) => broughtBy === seededBatchId);
    expect(left.filter(({ careId }) => careId === null)).toEqual([]);
    expect(taken).toMatchObject({ data: { takenBack: 7 - left.length, kept: left.length } });
  });

  it('killed anywhere is gone once, with the same numbers told, and HR knows how the stock stands', async () => {
    const cuts = await killedEverywhere(async (cut, request) => {
      const requestId = freshRequest();
      await cut(() => takeBack(seededBatchId, requestId));
      if (request % 2 === 0) await company.sweep();
      expect(await takeBack(seededBatchId, requestId)).toMatchObject({ data: { takenBack: 6, kept: 1 } });
      for (let minute = 0; minute < 3; minute += 1) await company.sweep();
      const told = company.toldTo(personOf('周岚')).filter((title) => title === '麦田蛋糕卡发完了');
      const [batch] = company.documents<{ removingSince: string | null }>('giftCardBatches');
      expect({ request, left: numbers().length, told: told.length, removing: batch?.removingSince }).toEqual({
        ...{ request, left: 1, told: 1, removing: null },
      });
    });
    expect(cuts).toBeGreaterThanOrEqual(6);
  });
});

describe('what gift cards are worth, for payroll', () => {
  const sheet = (month: string, name = '周岚') => company.ask(name, 'exportGiftCardValues', { month });

  it('is one line a person in the month the card came, at the worth it came in with', async () => {
    await honour('林晓');
    const terms = { name: '麦田蛋糕卡', valueFen: 99_900, howTo: '', lowAt: 3, version: 0 };
    await company.tell('周岚', 'changeGiftCard', { ...terms, giftCardId: seededGiftCardId, requestId: freshRequest() });
    await honour('陈一诺');
    const answer = await sheet('2026-11');
    expect(answer).toMatchObject({ data: { persons: 2, totalFen: 30_000, withoutValue: 0 } });
    const csv = answer.ok ? answer.data.csv : '';
    expect(csv.slice(1).split('\r\n')).toEqual([
      '月份,工号,姓名,分公司,礼品件数,计税价值（元）',
      expect.stringMatching(/^2026-11,YS-0031,林晓,.*,2,200.00$/),
      expect.stringMatching(/^2026-11,YS-0036,陈一诺,.*,1,100.00$/),
    ]);
    expect(csv).not.toContain('8800');
    expect(await sheet('2026-10')).toMatchObject({ data: { persons: 0, totalFen: 0 } });
    expect(await sheet('2026-11', '林晓')).toMatchObject({ code: 'not_allowed' });
  });

  it('says how many cards nobody put a worth to', async () => {
    const terms = { name: '书店卡', valueFen: 0, howTo: '', lowAt: 0, requestId: freshRequest() };
    const { _id: giftCardId } = await company.tell('周岚', 'addGiftCard', terms);
    await bringIn(['L 1'], freshRequest(), giftCardId);
    const { items } = await company.tell('周岚', 'listCareRules', {});
    const rule = items.find((one) => one._id === 'honour');
    const { _id: occasion = 'honour', ...rest } = rule ?? ({} as never);
    await company.tell('周岚', 'changeCareRule', { ...rest, occasion, giftCardId, requestId: freshRequest() });
    await honour('林晓');
    expect(await sheet('2026-11')).toMatchObject({ data: { totalFen: 10_000, withoutValue: 1 } });
  });
});
