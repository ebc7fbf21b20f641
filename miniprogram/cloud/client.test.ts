import { cloud, onTurnedAway } from './client';

/** WeChat's side of a call: what callFunction is given, and what it gives back. */
function wechatAnswers(respond: (name: string, event: { call: string; input: unknown }) => unknown) {
  const sent: { name: string; data: { call: string; input: unknown } }[] = [];
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: async (request: { name: string; data: { call: string; input: unknown } }) => {
          sent.push(request);
          return { result: respond(request.name, request.data), errMsg: 'cloud.callFunction:ok' };
        },
      },
    },
  });
  return sent;
}

test('a call goes to the function of its context with its name and input', async () => {
  const sent = wechatAnswers(() => ({ ok: true, data: {}, traceId: 't' }));
  await cloud.points.readGift({ giftId: 'mug' });
  expect(sent).toEqual([{ name: 'points', data: { call: 'readGift', input: { giftId: 'mug' } } }]);
});

test('what the function answers is passed on as it is', async () => {
  const refused = { ok: false, code: 'points_not_enough', detail: { missing: 30 }, traceId: 't' };
  wechatAnswers(() => refused);
  expect(await cloud.points.redeemGift({ giftId: 'mug', requestId: 'r-1234567890123456' })).toEqual(refused);
});

test('without a network the call answers unreachable instead of throwing', async () => {
  wechatAnswers(() => {
    throw new Error('cloud.callFunction:fail');
  });
  expect(await cloud.people.readMe({})).toEqual({ ok: false, code: 'unreachable' });
});

test.each([undefined, null, 'killed', {}])('a function that died and left %p behind is a bug', async (result) => {
  wechatAnswers(() => result);
  expect(await cloud.points.readAccount({})).toEqual({ ok: false, code: 'bug' });
});

describe('who keeps the session', () => {
  const heard = jest.fn();
  beforeEach(() => {
    heard.mockClear();
    onTurnedAway(heard);
  });

  test.each(['not_allowed', 'not_signed_in'])('hears that a call was answered %s', async (code) => {
    wechatAnswers(() => ({ ok: false, code }));
    await cloud.points.readAccount({});
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('does not hear of its own question, which would be asked for ever', async () => {
    wechatAnswers(() => ({ ok: false, code: 'not_signed_in' }));
    await cloud.people.readMe({});
    expect(heard).not.toHaveBeenCalled();
  });

  test('does not hear of refusals that are about the matter', async () => {
    wechatAnswers(() => ({ ok: false, code: 'gift_sold_out' }));
    await cloud.points.readGift({ giftId: 'mug' });
    expect(heard).not.toHaveBeenCalled();
  });
});
