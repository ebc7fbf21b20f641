import { auditBooks } from '../../cloudfunctions/points/books/audit-books';
import { personOf, redemptionOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { type Company, everyCall, openCompany } from '../open-company';

/** A company is opened for many of these, on machines that do other things too. */
jest.setTimeout(60_000);

let company: Company;
let putBack: () => void;
beforeAll(async () => {
  company = await openCompany();
  putBack = company.stage.cloud.snapshot();
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
beforeEach(() => putBack());
afterAll(() => company.close());

const hr = weChatOf('周岚');
const linXiao = weChatOf('林晓');
const documents = <Kind>(name: string) => company.stage.cloud.documents(name) as unknown as Kind[];
const accountOf = (name: string) =>
  documents<{ _id: string; balance: number; lifetime: number }>('pointAccounts').find(
    ({ _id }) => _id === personOf(name),
  );

const violations = () => {
  type Books = Parameters<typeof auditBooks>;
  return auditBooks(
    documents<Books[0][number]>('pointAccounts'),
    documents<Books[1][number]>('pointLedgerEntries'),
    documents<Books[2][number]>('gifts'),
    documents<Books[3][number]>('redemptions'),
  );
};

/** What is made anew at every call: the address of a file ends with the second it expires, and time runs on. */
const isAnew = (key: string, value: unknown): boolean =>
  (key === 'millisLeft' && value !== null) || (typeof value === 'string' && /\?expires=\d+&sign=/.test(value));
const lasting = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (key, value) => (isAnew(key, value) ? 'made anew' : value)));

const changes = everyCall.filter(({ definition }) => definition.kind === 'change');

describe.each(changes)('$name', ({ context, call, definition, sample }) => {
  it('sent again after it succeeded changes nothing more (A8)', async () => {
    const input = await sample.input(company.ask);
    const event = () => (sample.as === 'system' ? company.signed(context, call, input) : { call, input });
    const as = sample.as === 'system' ? null : sample.as;
    const first = await company.send(as, context, event());
    expect(first).toMatchObject({ ok: true });
    const before = company.contents();
    const again = await company.send(as, context, event());
    expect(company.contents()).toEqual(before);
    if (again.ok) expect(lasting(again.data)).toEqual(first.ok && lasting(first.data));
    else expect(definition.refusals).toContain(again.code);
  });
});

describe('a request id', () => {
  it('used for another gift is refused, not executed (A8)', async () => {
    const redeem = (giftId: string) =>
      company.send(linXiao, 'points', { call: 'redeemGift', input: { giftId, requestId: 'attack-reused-0001' } });
    expect(await redeem('seed-gift-team-coffee')).toMatchObject({ ok: true });
    const before = company.contents();
    expect(await redeem('seed-gift-plant')).toMatchObject({ ok: false, code: 'request_id_reused' });
    expect(company.contents()).toEqual(before);
  });

  it('of somebody else gives the thief nothing of theirs (A8)', async () => {
    const input = { giftId: 'seed-gift-team-coffee', requestId: 'attack-stolen-0001' };
    await company.send(linXiao, 'points', { call: 'redeemGift', input });
    const answer = await company.send(weChatOf('唐思远'), 'points', { call: 'redeemGift', input });
    expect(JSON.stringify(answer)).not.toContain('林晓');
    expect(violations()).toEqual([]);
  });

  it('sent again after the refund does not redeem again (A8)', async () => {
    const redeem = { call: 'redeemGift', input: { giftId: 'seed-gift-team-coffee', requestId: 'attack-refund-0001' } };
    const answer = await company.send(linXiao, 'points', redeem);
    const redemptionId = answer.ok && Reflect.get(Reflect.get(answer.data as object, 'redemption'), '_id');
    const cancel = { redemptionId, reason: '缺货', requestId: 'attack-refund-0002' };
    expect(await company.send(hr, 'points', { call: 'cancelRedemption', input: cancel })).toMatchObject({ ok: true });
    const before = company.contents();
    await company.send(linXiao, 'points', redeem);
    expect(company.contents()).toEqual(before);
    expect(accountOf('林晓')).toMatchObject({ balance: 120 });
    expect(violations()).toEqual([]);
  });
});

describe('a hundred at once', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => String(index).padStart(3, '0'));

  it('check-ins of one person give one check-in (A13)', async () => {
    const before = accountOf('林晓');
    const answers = await Promise.all(
      hundred.map((n) =>
        company.send(linXiao, 'points', { call: 'checkIn', input: { requestId: `attack-checkin-${n}` } }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(accountOf('林晓')?.lifetime).toBe((before?.lifetime ?? 0) + 5);
    expect(violations()).toEqual([]);
  });

  it('redemptions of one person stop where the points end (A13)', async () => {
    const redeem = (n: string) => ({
      call: 'redeemGift',
      input: { giftId: 'seed-gift-team-coffee', requestId: `attack-redeem-${n}` },
    });
    const answers = await Promise.all(hundred.map((n) => company.send(linXiao, 'points', redeem(n))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])).filter((code) => code === 'bug')).toEqual([]);
    expect(accountOf('林晓')?.balance).toBe(0);
    expect(violations()).toEqual([]);
  });
});

describe('a decision', () => {
  const redemptionId = redemptionOf('陈一诺', 'seed-gift-mug');
  const fulfil = (n: number) => ({
    call: 'fulfilRedemption',
    input: { redemptionId, requestId: `attack-fulfil-000${n}` },
  });
  const cancel = (n: number) => ({
    call: 'cancelRedemption',
    input: { redemptionId, reason: '缺货', requestId: `attack-cancel-000${n}` },
  });

  it('to hand a gift out is made once, and then not turned into a refund (A15)', async () => {
    expect(await company.send(hr, 'points', fulfil(1))).toMatchObject({ ok: true });
    const before = company.contents();
    expect(await company.send(hr, 'points', fulfil(2))).toMatchObject({ ok: false, code: 'redemption_closed' });
    expect(await company.send(hr, 'points', cancel(1))).toMatchObject({ ok: false, code: 'redemption_closed' });
    expect(company.contents()).toEqual(before);
  });

  it('to cancel, made by many at once, refunds once (A15)', async () => {
    const before = accountOf('陈一诺')?.balance ?? 0;
    await Promise.all([1, 2, 3, 4, 5].map((n) => company.send(hr, 'points', cancel(n))));
    expect(accountOf('陈一诺')?.balance).toBe(before + 120);
    expect(violations()).toEqual([]);
  });

  it("about one's own rights is not one's own (A15)", async () => {
    const before = company.contents();
    const own = { personId: personOf('周岚'), role: 'hr', requestId: 'attack-own-rights-1' };
    expect(await company.send(hr, 'people', { call: 'revokeRole', input: own })).toMatchObject({
      ok: false,
      code: 'own_rights_kept',
    });
    const more = { ...own, role: 'finance', branchId: null, requestId: 'attack-own-rights-2' };
    expect(await company.send(hr, 'people', { call: 'grantRole', input: more })).toMatchObject({ ok: false });
    expect(company.contents()).toEqual(before);
  });
});
