import { type Company, everyCall, openCompany } from '../open-company';
import { type Hostile, hostileExtras, hostileFields } from './hostile-input';

/**
 * A company is opened for many of these, on machines that do other things too. A pattern that a long text sends into
 * endless search does not come back before this.
 */
jest.setTimeout(60_000);

/** A call through the door costs a request for who calls, a look at the schema nothing. */
const tenth = 10;

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => company.close());

describe.each(everyCall)('$name', ({ context, call, definition, sample }) => {
  /** All against the schema by which the door parses; every tenth through the door itself, which must write nothing. */
  const refusesAll = async (hostile: readonly Hostile[]) => {
    const taken = hostile.filter(({ input }) => definition.input.safeParse(input).success);
    expect(taken.map(({ what }) => what)).toEqual([]);
    const before = company.stage.cloud.writes();
    for (const { what, input } of hostile.filter((_, index) => index % tenth === 0)) {
      const as = sample.as === 'system' ? null : sample.as;
      const event = as === null ? company.signed(context, call, input) : { call, input };
      expect([what, await company.send(as, context, event)]).toEqual([
        what,
        expect.objectContaining({ ok: false, code: 'input_invalid' }),
      ]);
    }
    expect(company.stage.cloud.writes()).toBe(before);
  };

  it('refuses operators, quantities, names and amounts that no field can have (A2, A5, A6, A7, A11)', async () => {
    const input = await sample.input(company.ask);
    await refusesAll(hostileFields(definition, input));
  });

  it('refuses properties that nobody asked for, and inputs that are no object (A1, A3, A5)', async () => {
    const input = await sample.input(company.ask);
    await refusesAll(hostileExtras(input));
  });

  it('does not take its fields from a prototype (A5)', async () => {
    const input = await sample.input(company.ask);
    if (Object.keys(input).length === 0) return;
    await refusesAll([{ what: '__proto__', input: JSON.parse(`{"__proto__":${JSON.stringify(input)}}`) }]);
    expect(Reflect.get({}, 'requestId')).toBeUndefined();
  });
});

describe('calls that are none', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'redeemGift ', '../points'])(
    '%j is unknown to every function (A5, A11)',
    async (call) => {
      for (const context of ['people', 'points'] as const) {
        const answer = await company.send('seed-ys-0003', context, { call, input: {} });
        expect(answer).toMatchObject({ ok: false, code: 'call_unknown' });
      }
    },
  );

  it.each([[null], [7], [['redeemGift']], [{ $gt: '' }]])('%j is no name of a call (A2)', async (call) => {
    const answer = await company.send('seed-ys-0003', 'points', { call, input: {} });
    expect(answer).toMatchObject({ ok: false, code: 'call_unknown' });
  });
});
