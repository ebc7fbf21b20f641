import type { Answer } from '../../shared/kernel/contract';
import type { Me } from '../../shared/people/model';
import { forgetAnswers, keepAnswer, keptAnswer } from './cache';
import { fillFrame } from './frame';
import { adoptMe, currentMe, offMeChange, onMeChange } from './session';

/** WeChat's storage, which copies what is put in. */
const storage = new Map<string, string>();
Object.assign(globalThis, {
  wx: {
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  },
});

const personNamed = (personId: string): Me => ({
  roles: ['visitor', 'employee'],
  hrBranchId: null,
  person: {
    personId,
    name: '周岚',
    employeeNumber: 'N1',
    departmentName: '研发部',
    position: '',
    branchId: 'head-office',
    dateOfJoining: null,
  },
});

beforeEach(() => {
  storage.clear();
  adoptMe(personNamed('p-1'));
});

async function filled(answer: Answer<number>) {
  const shown: number[] = [];
  const frames: Record<string, unknown>[] = [];
  const fresh = await fillFrame(
    { setData: ({ frame }) => frames.push(frame as Record<string, unknown>) },
    { keepAs: 'balance', ask: async () => answer, show: (balance) => shown.push(balance) },
  );
  return { fresh, shown, frame: frames[frames.length - 1] };
}

test('what was kept is shown at once, then what the cloud says', async () => {
  keepAnswer('balance', 10);
  expect(await filled({ ok: true, data: 20, traceId: 't' })).toMatchObject({ fresh: true, shown: [10, 20] });
});

test('what an earlier version kept in another shape does not keep the page from what the cloud says', async () => {
  keepAnswer('session', { trainer: '顾怀远' });
  const shown: string[] = [];
  const fresh = await fillFrame<{ trainers: string[] }>(
    { setData: () => undefined },
    {
      keepAs: 'session',
      ask: async () => ({ ok: true, data: { trainers: ['钱惠'] }, traceId: 't' }),
      show: ({ trainers }) => shown.push(trainers.join('、')),
    },
  );
  expect({ fresh, shown }).toEqual({ fresh: true, shown: ['钱惠'] });
});

test('a fresh answer is kept for the next time', async () => {
  await filled({ ok: true, data: 20, traceId: 't' });
  expect(keptAnswer('balance')?.data).toBe(20);
});

test('offline, what was kept stays with the time it was read', async () => {
  keepAnswer('balance', 10);
  const { shown, frame } = await filled({ ok: false, code: 'unreachable' });
  expect(shown).toEqual([10]);
  expect(frame).toMatchObject({ state: 'ready', updatedAt: expect.stringMatching(/^今天 \d\d:\d\d$/) });
});

test('offline with nothing kept, the page says so', async () => {
  const { frame } = await filled({ ok: false, code: 'unreachable' });
  expect(frame).toMatchObject({ state: 'failed', mayRetry: true, problem: expect.stringContaining('网络') });
});

test('who may not read any longer does not keep reading the old answer', async () => {
  keepAnswer('balance', 10);
  const { frame } = await filled({ ok: false, code: 'not_allowed' });
  expect(frame).toMatchObject({ state: 'failed', mayRetry: false });
  expect(keptAnswer('balance')).toBeNull();
});

test('another person on the same phone is never shown what the first one read', () => {
  keepAnswer('balance', 10);
  adoptMe(personNamed('p-2'));
  expect(keptAnswer('balance')).toBeNull();
});

test('forgetting drops what everybody read and keeps who is here', () => {
  keepAnswer('balance', 10);
  forgetAnswers();
  expect([...storage.keys()]).toEqual(['session.me']);
});

test('pages that listen hear of a change of rights, once, and not of the same again', () => {
  const heard = jest.fn();
  const owner = {};
  onMeChange(owner, heard);
  adoptMe(personNamed('p-2'));
  adoptMe(personNamed('p-2'));
  offMeChange(owner);
  adoptMe(personNamed('p-3'));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(currentMe().person?.personId).toBe('p-3');
});
