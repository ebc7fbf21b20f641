import { type Inboxes, openInboxes } from '../../test/inboxes';
import { killedEverywhere } from '../../test/killed-everywhere';
import { stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let inboxes: Inboxes;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  inboxes = await openInboxes();
});
afterEach(() => inboxes.close());

const as: Inboxes['as'] = (openId, call, input) => inboxes.as(openId, call, input);
const notify: Inboxes['notify'] = (told) => inboxes.notify(told);
const putTask: Inboxes['putTask'] = (put) => inboxes.putTask(put);
const clearTask: Inboxes['clearTask'] = (at, taskId) => inboxes.clearTask(at, taskId);
const unread: Inboxes['unread'] = (openId) => inboxes.unread(openId);
const titles = () => inboxes.titles();
const inbox = () => inboxes.inbox();

/** Does the work at each of its requests, broken there; what the sender does next is to send it again. */
function atEveryRequest(work: () => Promise<unknown>, check: () => Promise<void>) {
  return killedEverywhere(async (cut) => {
    await cut(work);
    await work();
    await check();
  });
}

it('a message reaches both persons once when it is sent again', async () => {
  const cuts = await atEveryRequest(
    () => notify({ factId: 'told', personIds: ['p-lan', 'p-ming'] }),
    async () => expect([await unread(), await unread('o-ming')]).toEqual([1, 1]),
  );
  expect(cuts).toBeGreaterThanOrEqual(2);
});

it('a task stands on the list once, and leaves it', async () => {
  const cuts = await atEveryRequest(
    async () => {
      await putTask({ taskId: 'done' });
      await clearTask(undefined, 'cleared-before-it-came');
      await clearTask(undefined, 'done');
      await putTask({ taskId: 'kept' });
    },
    async () => expect(await titles()).toEqual(['签收手册']),
  );
  expect(cuts).toBeGreaterThanOrEqual(7);
});

it('a message that is read stays read, and the number is what is unread', async () => {
  const cuts = await atEveryRequest(
    async () => {
      await notify({ factId: 'told' });
      const all = await inbox();
      await as('o-lan', 'markRead', { noticeIds: all.map(({ _id }) => _id), requestId: 'kill-mark-read-00000000' });
    },
    async () => expect(await unread()).toBe(0),
  );
  expect(cuts).toBeGreaterThanOrEqual(5);
});
