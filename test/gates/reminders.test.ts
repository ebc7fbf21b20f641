import { buildIfChanged } from '../../scripts/build/build-product';
import { type BuiltCloud, openBuiltCloud } from '../../scripts/measure/open-built-cloud';
import { employmentOf, personOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { seedAt } from '../../seeds/seeds-in';
import type { NoticeKind, NoticeSettingsView } from '../../shared/today/model';
import { employeeTemplate, templates } from '../../shared/wechat/templates';
import { root } from '../source-tree';

jest.setTimeout(120_000);

const linXiao = weChatOf('林晓');
let built: BuiltCloud;
let facts = 0;

beforeAll(() => buildIfChanged(root));
beforeEach(async () => {
  const startAt = new Date('2026-11-23T10:00:00+08:00');
  // A move of the clock wakes every function there is.
  built = await openBuiltCloud(root, { startAt });
  const { identities, collections } = seedAt(startAt);
  await built.cloud.seed({ identities, collections: JSON.parse(JSON.stringify(collections)) });
});
afterEach(() => built.close());

const requestId = () => `reminder-test-${String(++facts).padStart(6, '0')}`;
const ask = async <Answer>(call: string, input: object = {}) =>
  (await built.send(linXiao, 'today', call, input)) as { ok: true; data: Answer };

/** What WeChat's dialog does when 林晓 accepts, and what our page then tells. */
async function accept(...names: (keyof typeof templates)[]) {
  const accepted = names.map((name) => templates[name].id);
  const headers = { 'x-open-id': linXiao };
  await fetch(`${built.cloud.url}/phone/subscriptions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ accepted }),
  });
  return ask<{ isCounted: boolean }>('recordSubscription', { accepted: names, requestId: requestId() });
}

/** What WeChat's dialog about the 用工关系 does when 林晓 binds it, and what our page then tells. */
async function bindEmployee(): Promise<void> {
  const headers = { 'x-open-id': linXiao };
  const body = JSON.stringify({ accepted: [employeeTemplate.id] });
  await fetch(`${built.cloud.url}/phone/employee-relation`, { method: 'POST', headers, body });
  await ask('recordEmployeeRelation', { isBound: true, requestId: requestId() });
}

async function notify(title: string, kind: NoticeKind = 'points') {
  const factId = requestId();
  const page = '/packages/points/pages/ledger/ledger?from=notice';
  const at = built.cloud.clock.now().toISOString();
  const told = { factId, personIds: [personOf('林晓')], kind, title, line: '去看看', page, at, requestId: factId };
  expect(await built.send('system', 'today', 'notify', told)).toMatchObject({ ok: true });
}

const sweep = () => built.cloud.runTimer('today', 'minute');
const sent = () => built.cloud.outbox.list().map(({ api, errcode, openId }) => [api, errcode, openId]);
const settings = async () => (await ask<NoticeSettingsView>('readNoticeSettings')).data;
const leftOf = async () => (await settings()).offers?.map(({ left }) => left);

describe('a reminder, with the functions as they are deployed', () => {
  it('goes to WeChat once for one acceptance, with the page it opens', async () => {
    expect(await accept('outcome')).toMatchObject({ ok: true, data: { isCounted: true } });
    expect(await leftOf()).toEqual([0, 1, 0]);
    await notify('兑换的礼品已发放');
    await sweep();
    await sweep();
    expect(sent()).toEqual([['subscribeMessage.send', 0, linXiao]]);
    expect(built.cloud.outbox.list()[0]?.parameters).toMatchObject({
      template_id: templates.outcome.id,
      page: 'packages/points/pages/ledger/ledger?from=notice',
      data: { thing1: { value: '兑换的礼品已发放' }, time3: { value: '2026年11月23日 10:00' } },
    });
    expect(await leftOf()).toEqual([0, 0, 0]);
    await notify('又一件');
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('stays in the app for whoever agreed to nothing', async () => {
    await notify('兑换的礼品已发放');
    await sweep();
    expect(sent()).toEqual([]);
    expect((await ask<{ unread: number }>('readToday')).data.unread).toBe(3);
  });

  it('of the night comes in the morning, when the clock is moved there', async () => {
    await accept('outcome');
    await built.cloud.clock.set(new Date('2026-11-23T23:00:00+08:00'));
    await notify('夜里的消息');
    await sweep();
    expect(sent()).toEqual([]);
    // The timers of the morning fire on the way.
    await built.cloud.clock.set(new Date('2026-11-24T08:01:00+08:00'));
    await sweep();
    expect(sent()).toEqual([['subscribeMessage.send', 0, linXiao]]);
  });

  it('that was read meanwhile is not sent', async () => {
    await accept('outcome');
    await built.cloud.clock.set(new Date('2026-11-23T23:00:00+08:00'));
    await notify('夜里的消息');
    await ask('markAllRead', { until: built.cloud.clock.now().toISOString(), requestId: requestId() });
    await built.cloud.clock.set(new Date('2026-11-24T08:01:00+08:00'));
    await sweep();
    expect(sent()).toEqual([]);
  });

  it('of a kind that was switched off meanwhile is not sent', async () => {
    await accept('outcome', 'message');
    await notify('积分到账');
    await ask('changeNoticeSettings', { quiet: null, muted: ['points'], requestId: requestId() });
    await notify('公司通知', 'news');
    await sweep();
    expect(built.cloud.outbox.list().map(({ parameters }) => parameters.template_id)).toEqual([templates.message.id]);
  });

  it('that WeChat refuses (43101) empties the quota that the phone had told', async () => {
    // Told by the phone, but WeChat knows nothing of it.
    await ask('recordSubscription', { accepted: ['outcome'], requestId: requestId() });
    expect(await leftOf()).toEqual([0, 1, 0]);
    await notify('兑换的礼品已发放');
    await sweep();
    expect(sent()).toEqual([['subscribeMessage.send', 43101, linXiao]]);
    expect(await leftOf()).toEqual([0, 0, 0]);
  });

  it('that WeChat cannot take just now leaves the acceptance for the next', async () => {
    await accept('outcome');
    built.cloud.openApi.answerNext('subscribeMessage.send', { errcode: 45009, errmsg: 'reach max api daily quota' });
    await notify('兑换的礼品已发放');
    await sweep();
    expect(await leftOf()).toEqual([0, 1, 0]);
  });

  it('goes to a bound employee again and again, and by acceptance once the relation is over', async () => {
    await bindEmployee();
    await accept('outcome');
    for (const title of ['一', '二', '三']) await notify(title);
    await sweep();
    expect(sent()).toEqual(Array(3).fill(['employeeRelation.send', 0, linXiao]));
    expect(await settings()).toMatchObject({ isEmployeeBound: true });
    built.cloud.openApi.answerNext('employeeRelation.send', { errcode: 43101, errmsg: 'refused' });
    await notify('四');
    await sweep();
    expect(sent().slice(3)).toEqual([
      ['employeeRelation.send', 43101, linXiao],
      ['subscribeMessage.send', 0, linXiao],
    ]);
    expect(await settings()).toMatchObject({ isEmployeeBound: false });
    expect(await leftOf()).toEqual([0, 0, 0]);
  });

  it('ends with the relation when its owner says so, on WeChat too', async () => {
    await bindEmployee();
    await ask('recordEmployeeRelation', { isBound: false, requestId: requestId() });
    expect(sent()).toEqual([['employeeRelation.unbind', 0, linXiao]]);
    await notify('兑换的礼品已发放');
    await sweep();
    expect(sent()).toHaveLength(1);
  });

  it('ends with the relation at midnight after the last day, however the leaving came to be known', async () => {
    await bindEmployee();
    const at = built.cloud.clock.now().toISOString();
    const notice = { employmentId: employmentOf('林晓'), relievingDate: '2026-11-24', at, requestId: requestId() };
    expect(await built.send('system', 'people', 'setNotice', notice)).toMatchObject({ ok: true });
    await built.cloud.clock.set(new Date('2026-11-24T23:50:00+08:00'));
    await built.cloud.runTimer('wechat', 'minute');
    expect(await settings()).toMatchObject({ isEmployeeBound: true, mayBind: true });
    await built.cloud.clock.set(new Date('2026-11-25T00:05:00+08:00'));
    await built.cloud.runTimer('wechat', 'minute');
    expect(sent()).toContainEqual(['employeeRelation.unbind', 0, linXiao]);
    expect(await settings()).toMatchObject({ isEmployeeBound: false, mayBind: false });
    const again = await ask('recordEmployeeRelation', { isBound: true, requestId: requestId() });
    expect(again).toMatchObject({ ok: true, data: { isCounted: false } });
  });
});
