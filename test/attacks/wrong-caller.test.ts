import { signedCall } from '../../cloudfunctions/platform/system-call';
import { type Ask, employmentOf, personOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { seedAt } from '../../seeds/seeds-in';
import { dayOf } from '../../shared/kernel/day';
import { roleNames } from '../../shared/kernel/role';
import { rolesOn } from '../../shared/people/identity';
import { type Company, everyCall, openCompany } from '../open-company';

/** A company is opened for many of these, on machines that do other things too. */
jest.setTimeout(60_000);

let company: Company;
let everybody: ReturnType<typeof peopleWithRoles> = [];
beforeAll(async () => {
  company = await openCompany();
  everybody = peopleWithRoles();
  jest.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => company.close());

const hr = weChatOf('周岚');
const stranger = 'attack-stranger';

/** Everybody the company knows, and somebody it does not, with the roles they hold today. */
function peopleWithRoles(): { who: string; roles: readonly string[] }[] {
  const { identities } = seedAt(new Date()).collections;
  const known = identities.map((identity) => ({ who: identity._id, roles: rolesOn(dayOf(new Date()), identity) }));
  return [...known, { who: stranger, roles: ['visitor'] }];
}

const refused = ['not_allowed', 'not_signed_in'];

describe.each(everyCall)('$name', ({ context, call, definition, sample }) => {
  it('is refused to everybody whose roles are not named (A9)', async () => {
    const input = await sample.input(company.ask);
    const before = company.stage.cloud.writes();
    const outsiders = everybody.filter(({ roles }) => !definition.roles.some((role) => roles.includes(role)));
    for (const { who } of outsiders) {
      const answer = await company.send(who, context, { call, input });
      expect(answer.ok ? `${who} was let in` : refused).toContain(answer.ok ? 'refused' : answer.code);
    }
    expect(company.stage.cloud.writes()).toBe(before);
  });

  it('believes no identity, role or signature that a payload brings along (A1, A10)', async () => {
    if (definition.roles.includes('visitor')) return;
    const input = await sample.input(company.ask);
    const before = company.stage.cloud.writes();
    const forgeries: object[] = [
      { openId: hr, openid: hr, _openid: hr, OPENID: hr, WX_OPENID: hr, userInfo: { openId: hr, appId: 'wx' } },
      { role: 'hr', roles: roleNames, caller: { roles: roleNames, reach: 'everywhere' }, isAdmin: true },
      { system: { at: Date.now(), signature: 'A'.repeat(43) } },
      { system: { at: { $gt: 0 }, signature: { $ne: '' } } },
      { system: true },
      { tcbContext: { WX_OPENID: hr }, context: { openid: hr }, environment: `WX_OPENID=${hr}` },
    ];
    for (const forged of forgeries) {
      const answer = await company.send(stranger, context, { call, input, ...forged });
      expect(answer).toMatchObject({ ok: false, code: 'not_signed_in' });
    }
    expect(company.stage.cloud.writes()).toBe(before);
  });

  it('answers nobody whom WeChat does not vouch for (A17)', async () => {
    const input = await sample.input(company.ask);
    const before = company.stage.cloud.writes();
    const answer = await company.send(null, context, { call, input });
    expect(answer).toMatchObject({ ok: false, code: 'not_signed_in' });
    expect(company.stage.cloud.writes()).toBe(before);
  });
});

describe('a timer', () => {
  it.each(['people', 'points'] as const)('of %s does not run because a phone says so (A10)', async (context) => {
    const event = { Type: 'Timer', TriggerName: 'minute', Time: new Date().toISOString(), Message: '' };
    const answer = await company.send(weChatOf('林晓'), context, event);
    expect(answer).toMatchObject({ ok: false, code: 'call_unknown' });
  });
});

describe('a call signed by our own functions', () => {
  const fact = { factId: 'f-attack', personId: 'p-attack', employmentId: 'e-attack', at: '2026-11-21T02:00:00.000Z' };
  const input = { fact, requestId: 'attack-request-0001' };
  const { system } = signedCallNow('points', 'welcomePerson', input);

  function signedCallNow(context: string, call: string, body: unknown, now = new Date()) {
    process.env.TONGLU_SECRET ??= 'x'.repeat(43);
    return signedCall(context, call, body, now);
  }

  const send = (event: object) => company.send(weChatOf('林晓'), 'points', event);

  it.each([
    [
      'for another input',
      () => ({ call: 'welcomePerson', input: { ...input, requestId: 'attack-request-0002' }, system }),
    ],
    ['for another call', () => ({ ...signedCallNow('points', 'checkIn', input), call: 'welcomePerson' })],
    ['for another function', () => signedCallNow('people', 'welcomePerson', input)],
    ['an hour ago', () => signedCallNow('points', 'welcomePerson', input, new Date(Date.now() - 3_600_000))],
    ['in an hour', () => signedCallNow('points', 'welcomePerson', input, new Date(Date.now() + 3_600_000))],
  ])('is not believed when it was signed %s (A10)', async (_, event) => {
    const before = company.stage.cloud.writes();
    expect(await send(event())).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(company.stage.cloud.writes()).toBe(before);
  });

  it('opens no call that is for people only', async () => {
    const answer = await company.send(null, 'points', company.signed('points', 'addGift', {}));
    expect(answer.ok).toBe(false);
  });
});

describe('a right taken away while the page is open', () => {
  const change = (ask: Ask, call: 'grantRole' | 'revokeRole', more: object = {}) =>
    ask.call(hr, 'people', call, {
      personId: personOf('陈一诺'),
      role: 'hr',
      requestId: `attack-${call}-0000001`,
      ...more,
    });

  it('ends with the next call (A9)', async () => {
    const request = {
      call: 'issueJoiningCode',
      input: { employmentId: employmentOf('许知夏'), requestId: 'attack-page-0000001' },
    };
    await change(company.ask, 'grantRole', { branchId: null });
    expect(await company.send(weChatOf('陈一诺'), 'people', request)).toMatchObject({ ok: true });
    await change(company.ask, 'revokeRole');
    expect(await company.send(weChatOf('陈一诺'), 'people', request)).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});
