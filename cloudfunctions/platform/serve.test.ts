import * as z from 'zod';
import { contract } from '../../shared/kernel/contract';
import { refuse } from '../../shared/refusal';
import { openStage, type Stage } from '../../test/stage';
import { personOf } from './caller';
import { serve } from './serve';
import { signedCall } from './system-call';

const calls = contract({
  greet: {
    kind: 'read',
    roles: ['visitor'],
    input: z.strictObject({ name: z.string().max(5) }),
    output: z.object({ greeting: z.string() }),
    refusals: ['gift_not_found'],
  },
  whoAmI: {
    kind: 'read',
    roles: ['employee'],
    input: z.strictObject({}),
    output: z.object({ name: z.string() }),
    refusals: [],
  },
  react: { kind: 'change', roles: ['system'], input: z.strictObject({}), output: z.object({}), refusals: [] },
});

const ran: string[] = [];
const greetings: Record<string, () => { greeting: string }> = {
  ok: () => ({ greeting: '你好', secret: 'stays here' }) as { greeting: string },
  no: () => refuse('gift_not_found', { missing: 3 }),
  other: () => refuse('gift_sold_out'),
  crash: () => {
    throw new Error('boom');
  },
  wrong: () => ({}) as { greeting: string },
};

const main = serve(
  'points',
  calls,
  {
    greet: async ({ name }) => {
      ran.push(name);
      return greetings[name]?.() ?? { greeting: name };
    },
    whoAmI: async (_input, { caller }) => ({ name: personOf(caller).name }),
    react: async () => ({}),
  },
  { minute: async () => ({ swept: ran.push('minute') }) },
);

let stage: Stage;
let logged: jest.SpyInstance;
beforeAll(async () => {
  stage = await openStage();
  await stage.seat({ _id: 'o-lan', personId: 'p-lan' });
  await stage.seat({ _id: 'o-left', personId: 'p-left', relievingDate: '2020-06-30' });
});
afterAll(() => stage.close());
beforeEach(() => {
  ran.length = 0;
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const greet = (name: unknown, openId: string | null = 'o-visitor') =>
  stage.call(main, openId, { call: 'greet', input: { name } });

test('an answer carries what the contract names and nothing else', async () => {
  expect(await greet('ok')).toEqual({ ok: true, data: { greeting: '你好' }, traceId: expect.any(String) });
});

test('a declared refusal is answered with its code and its numbers', async () => {
  expect(await greet('no')).toMatchObject({ ok: false, code: 'gift_not_found', detail: { missing: 3 } });
});

test.each(['other', 'crash', 'wrong'])(
  'an undeclared refusal, a thrown error and an output off the contract are bugs with a trace id (%s)',
  async (name) => {
    const answer = await greet(name);
    expect(answer).toEqual({ ok: false, code: 'bug', traceId: expect.any(String) });
    expect(logged.mock.calls.flat().join()).toContain(answer.traceId);
  },
);

test('what was typed is never logged when it is not understood, only where and why', async () => {
  expect(await greet('13800138000')).toMatchObject({ code: 'input_invalid', fields: ['name'] });
  expect(logged.mock.calls.flat().join()).not.toContain('13800138000');
  expect(ran).toEqual([]);
});

test.each([['constructor'], ['__proto__'], ['toString'], ['nothing']])('there is no call named %s', async (call) => {
  expect(await stage.call(main, 'o-visitor', { call, input: {} })).toMatchObject({ ok: false, code: 'call_unknown' });
});

test('an event that is no call at all is refused', async () => {
  expect(await main({ hello: 1 })).toMatchObject({ ok: false, code: 'call_unknown' });
  expect(await main(undefined)).toMatchObject({ ok: false, code: 'call_unknown' });
});

test('an unknown key is refused', async () => {
  const answer = await stage.call(main, 'o-visitor', { call: 'greet', input: { name: 'ok', role: 'hr' } });
  expect(answer).toMatchObject({ ok: false, code: 'input_invalid' });
});

test('nobody, a visitor and somebody who has left may not call what is for employees', async () => {
  const whoAmI = (openId: string | null) => stage.call(main, openId, { call: 'whoAmI', input: {} });
  expect(await whoAmI(null)).toMatchObject({ code: 'not_signed_in' });
  expect(await whoAmI('o-visitor')).toMatchObject({ code: 'not_signed_in' });
  expect(await whoAmI('o-left')).toMatchObject({ code: 'not_allowed' });
  expect(await whoAmI('o-lan')).toMatchObject({ ok: true, data: { name: '周岚' } });
});

test('who is calling costs one request to the database', async () => {
  const { dbRequests } = await stage.counted(() => stage.call(main, 'o-lan', { call: 'whoAmI', input: {} }));
  expect(dbRequests).toBe(1);
});

test('when the database does not answer who is calling, that too is an answer with a trace id', async () => {
  const { line } = stage.cloud.faults;
  line.breakAt(1, 'before');
  const answer = await stage.call(main, 'o-lan', { call: 'whoAmI', input: {} });
  line.heal();
  expect(answer).toEqual({ ok: false, code: 'bug', traceId: expect.any(String) });
});

test('a system call needs our signature, whoever says to be the system', async () => {
  const signed = signedCall('points', 'react', {}, new Date());
  expect(await stage.call(main, null, signed)).toMatchObject({ ok: true });
  expect(await stage.call(main, 'o-lan', { call: 'react', input: {} })).toMatchObject({ code: 'not_allowed' });
  const forged = { ...signed, system: { at: Date.now(), signature: 'x'.repeat(43) } };
  expect(await stage.call(main, 'o-lan', forged)).toMatchObject({ code: 'not_allowed' });
});

test('a timer runs its job; a client who dresses up as the timer does not', async () => {
  await stage.runTimer(main, 'minute');
  expect(ran).toEqual(['minute']);
  const asTimer = { call: 'greet', input: {}, Type: 'Timer', TriggerName: 'minute' };
  expect(await stage.call(main, 'o-lan', asTimer)).toMatchObject({ ok: false });
  expect(ran).toEqual(['minute']);
  await expect(stage.runTimer(main, 'unknown')).rejects.toThrow(/no job/);
});
