import { type FaultyLine, openFaultyLine } from '../../test/faulty-line';
import { type Inboxes, openInboxes } from '../../test/inboxes';
import { stopClock } from '../../test/mall';

for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let inboxes: Inboxes;
let line: FaultyLine;
beforeEach(async () => {
  stopClock('2026-11-20T02:00:00.000Z');
  inboxes = await openInboxes();
  line = await openFaultyLine();
});
afterEach(async () => {
  await line.close();
  await inboxes.close();
});

const as: Inboxes['as'] = (openId, call, input) => inboxes.as(openId, call, input);
const notify: Inboxes['notify'] = (told) => inboxes.notify(told);
const putTask: Inboxes['putTask'] = (put) => inboxes.putTask(put);
const clearTask: Inboxes['clearTask'] = (at, taskId) => inboxes.clearTask(at, taskId);
const unread: Inboxes['unread'] = (openId) => inboxes.unread(openId);
const titles = () => inboxes.titles();
const inbox = () => inboxes.inbox();

/** Does the work anew for each of its requests, broken there; what the sender does next is to send it again. */
async function atEveryRequest(work: (round: string) => Promise<unknown>, check: (round: string) => Promise<void>) {
  let cuts = 0;
  for (const how of ['before', 'after'] as const) {
    for (let request = 1, wasCut = true; wasCut; request += 1) {
      const round = `${how}-${request}`;
      line.breakAt(request, how);
      await work(round).catch(() => null);
      wasCut = line.heal() >= request;
      if (wasCut) cuts += 1;
      await work(round);
      await check(round);
    }
  }
  return cuts;
}

it('a message reaches both persons once when it is sent again', async () => {
  let told = 0;
  const cuts = await atEveryRequest(
    (round) => notify({ factId: round, personIds: ['p-lan', 'p-ming'] }),
    async () => {
      told += 1;
      expect([await unread(), await unread('o-ming')]).toEqual([told, told]);
    },
  );
  expect(cuts).toBeGreaterThanOrEqual(4);
});

let puts = 0;
it('a task stands on the list once, and leaves it', async () => {
  const cuts = await atEveryRequest(
    async (round) => {
      await putTask({ taskId: round });
      await clearTask(undefined, `cleared-${round}`);
      await clearTask(undefined, round);
      await putTask({ taskId: 'kept', at: `2026-11-20T01:00:00.${String(++puts).padStart(3, '0')}Z` });
    },
    async () => expect(await titles()).toEqual(['签收手册']),
  );
  expect(cuts).toBeGreaterThanOrEqual(14);
});

it('a message that is read stays read, and the number is what is unread', async () => {
  const cuts = await atEveryRequest(
    async (round) => {
      await notify({ factId: round });
      const all = await inbox();
      await as('o-lan', 'markRead', { noticeIds: all.map(({ _id }) => _id), requestId: `kill-mark-read-${round}` });
    },
    async () => expect(await unread()).toBe(0),
  );
  expect(cuts).toBeGreaterThanOrEqual(10);
});
