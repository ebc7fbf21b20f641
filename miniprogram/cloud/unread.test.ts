import { adoptMe } from './session';
import { currentUnread, readToday, refreshUnread } from './unread';

const storage = new Map<string, string>();
let asked = 0;
/** WeChat's storage, and a cloud that takes a moment. */
Object.assign(globalThis, {
  wx: {
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
    cloud: {
      callFunction: async () => {
        asked += 1;
        await Promise.resolve();
        return { result: { ok: true, data: { tasks: [], unread: asked + 2 }, traceId: 't' } };
      },
    },
  },
});

beforeEach(() => {
  asked = 0;
  const person = { personId: 'p-1', name: '周岚', employeeNumber: 'N1', departmentName: '研发部', position: '' };
  adoptMe({
    roles: ['visitor', 'employee'],
    hrBranchId: null,
    person: { ...person, branchId: 'head-office', dateOfJoining: null },
  });
});

test('the tab bar and the page that open together ask for 今天 once, and both have the answer', async () => {
  const [, answer] = await Promise.all([refreshUnread(), readToday()]);
  expect(asked).toBe(1);
  expect(answer).toMatchObject({ ok: true, data: { unread: 3 } });
  expect(currentUnread()).toBe(3);
});

test('whoever asks after an answer came gets a new one', async () => {
  await readToday();
  expect(await readToday()).toMatchObject({ data: { unread: 4 } });
});
