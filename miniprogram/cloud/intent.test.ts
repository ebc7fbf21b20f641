import type { Answer } from '../../shared/kernel/contract';
import { RequestId } from '../../shared/kernel/scalar';
import { Intent, newRequestId } from './intent';

const done: Answer<number> = { ok: true, data: 1, traceId: 't' };

/** Sends and remembers with which ids. */
function sender(answers: Answer<number>[]) {
  const ids: string[] = [];
  const queue = [...answers];
  return {
    ids,
    ask: async (requestId: string) => {
      ids.push(requestId);
      return queue.shift() ?? done;
    },
  };
}

test('a request id is one that the cloud accepts', () => {
  expect(RequestId.safeParse(newRequestId()).success).toBe(true);
});

test('two request ids differ', () => {
  expect(new Set(Array.from({ length: 1000 }, newRequestId)).size).toBe(1000);
});

test.each(['unreachable', 'bug'] as const)(
  'after %s the same id is sent again, since the change may have happened',
  async (code) => {
    const intent = new Intent();
    const { ids, ask } = sender([{ ok: false, code }, done]);
    await intent.send(ask);
    await intent.send(ask);
    expect(ids[1]).toBe(ids[0]);
  },
);

test('after a yes the next intent has a new id', async () => {
  const intent = new Intent();
  const { ids, ask } = sender([done, done]);
  await intent.send(ask);
  await intent.send(ask);
  expect(ids[1]).not.toBe(ids[0]);
});

test('after a no the next intent has a new id', async () => {
  const intent = new Intent();
  const { ids, ask } = sender([{ ok: false, code: 'gift_sold_out' }, done]);
  await intent.send(ask);
  await intent.send(ask);
  expect(ids[1]).not.toBe(ids[0]);
});

test('a second tap while the first is under way sends nothing and gets the same answer', async () => {
  const intent = new Intent();
  const { ids, ask } = sender([done]);
  const both = await Promise.all([intent.send(ask), intent.send(ask)]);
  expect(ids).toHaveLength(1);
  expect(both).toEqual([done, done]);
});
