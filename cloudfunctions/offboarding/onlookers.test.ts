import { personOf } from '../../seeds/sample-calls/sample-call';
import { type Departure, figures, openDeparture, settled, step } from '../../test/departure';
import { stopClock } from '../../test/mall';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

jest.setTimeout(60_000);

const morning = '2026-11-23T02:00:00.000Z';
let here: Departure;
let putBack: () => void;
beforeAll(async () => {
  stopClock(morning);
  here = await openDeparture(new Date());
  putBack = here.stage.cloud.snapshot();
});
beforeEach(() => {
  putBack();
  stopClock(morning);
});
afterAll(() => here.close());

describe('who may see what', () => {
  let separationId: string;
  beforeEach(async () => {
    separationId = (await here.leave('林晓')).separationId;
  });

  it('HR of another branch, and a colleague, find nothing', async () => {
    for (const name of ['李蓉', '陈一诺', '唐思远']) {
      expect(await here.refusalOf(name, 'readLeaving', { separationId })).toBe('leaving_not_found');
      const row = { ...step(separationId), ...settled('r2', 'returned') };
      expect(await here.refusalOf(name, 'settleRow', row)).toBe('leaving_not_found');
    }
    expect((await here.tell('李蓉', 'listLeavings', { shelf: 'running' })).items).toEqual([]);
    expect((await here.tell('陈一诺', 'listClearances', { owner: 'it' })).items).toEqual([]);
  });

  it('an owner sees the own rows, never the reason, the note, the wish or the money', async () => {
    const seen = await here.tell('赵启明', 'readLeaving', { separationId });
    expect(seen.rows.map(({ owner }) => owner)).toEqual(['it', 'it']);
    expect(seen).toMatchObject({
      side: 'owner',
      words: null,
      note: null,
      wishedLastDay: null,
      settlement: null,
      handover: [],
    });
    expect(await here.refusalOf('赵启明', 'settleRow', { ...step(separationId), ...settled('r6', 'returned') })).toBe(
      'row_not_found',
    );
    expect(await here.refusalOf('赵启明', 'draftSettlement', { ...step(separationId), settlement: figures })).toBe(
      'not_allowed',
    );
  });

  it('an owner learns neither that the leaver asks to stay nor where others are stuck; HR does', async () => {
    await here.tell('林晓', 'withdrawResignation', step(separationId));
    await here.tell('马会敏', 'settleRow', { ...step(separationId), ...settled('r4', 'stuck', '还差一张发票') });
    const { items } = await here.tell('赵启明', 'listClearances', { owner: 'it' });
    const own = { isWithdrawalAsked: false, wishedLastDay: null, stuck: [] };
    expect(items.find(({ _id }) => _id === separationId)).toMatchObject(own);
    expect(await here.tell('赵启明', 'readLeaving', { separationId })).toMatchObject(own);
    const whole = { isWithdrawalAsked: true, stuck: [{ owner: 'finance' }] };
    expect(await here.tell('周岚', 'readLeaving', { separationId })).toMatchObject(whole);
  });

  it('the leaver sees no figures before two people stood by them, and decides nothing', async () => {
    await here.tell('马会敏', 'draftSettlement', { ...step(separationId), settlement: figures });
    const mine = async () => (await here.tell('林晓', 'readMyLeaving', {})).leaving;
    expect(await mine()).toMatchObject({ settlement: null });
    expect(await here.refusalOf('马会敏', 'confirmSettlement', { ...step(separationId), seenTotalFen: 0 })).toBe(
      'settlement_needs_other',
    );
    expect(await here.refusalOf('林晓', 'settleRow', { ...step(separationId), ...settled('r2', 'returned') })).toBe(
      'own_leaving_kept',
    );
    expect(
      await here.refusalOf('林晓', 'acknowledgeResignation', { ...step(separationId), lastDay: '2026-12-01' }),
    ).toBe('not_allowed');
  });

  it('after the last day the leaver reads the own leaving and changes nothing any more', async () => {
    await here.morningOf('2026-12-24');
    expect((await here.tell('林晓', 'readMyLeaving', {})).leaving).toMatchObject({ state: 'effective' });
    expect(await here.refusalOf('林晓', 'withdrawResignation', step(separationId))).toBe('not_allowed');
    expect(await here.refusalOf('林晓', 'readLeaving', { separationId })).toBe('not_allowed');
    expect(
      await here.refusalOf('林晓', 'addHandoverItem', {
        ...step(separationId),
        what: '值班',
        where: '',
        receiverId: personOf('顾怀远'),
      }),
    ).toBe('not_allowed');
  });
});
