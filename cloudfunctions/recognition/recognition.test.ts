import { personOf } from '../../seeds/sample-calls/sample-call';
import { type KindCompany, openKindCompany } from '../../test/kind-company';
import { freshRequest, passTime, stopClock } from '../../test/mall';

const day = 24 * 3_600_000;
/** What being thanked earns by the rule. */
const thanked = 2;
const [lin, chen, gu, wang] = ['林晓', '陈一诺', '顾怀远', '王磊'].map(personOf) as [string, string, string, string];

jest.spyOn(console, 'log').mockImplementation(() => undefined);

let company: KindCompany;
beforeEach(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  company = await openKindCompany(new Date());
});
afterEach(() => company.close());

const judged = (suggest: 'pass' | 'review' | 'risky') =>
  company.stage.cloud.openApi.answerNext('security.msgSecCheck', { result: { suggest, label: 100 } });
const thank = (more: object = {}, suggest: 'pass' | 'review' | 'risky' = 'pass') => {
  judged(suggest);
  const card = { valueId: 'v-together', design: 'leaf', words: '谢谢你的海报' } as const;
  const to = { toPersonIds: [chen] };
  return company.ask('林晓', 'sendThanks', { ...card, ...to, pointsEach: 0, requestId: freshRequest(), ...more });
};

describe('a thank-you card', () => {
  it('reaches the receiver with points from what the sender may give, and stands on the wall', async () => {
    const before = company.balanceOf(chen);
    expect(await thank({ pointsEach: 10 })).toMatchObject({ ok: true, data: { state: 'shown', pointsEach: 10 } });
    expect(company.balanceOf(chen)).toBe(before + 10 + thanked);
    expect(company.toldTo(chen)).toContain('林晓送了你一张感恩卡');
    const { items } = await company.tell('唐思远', 'listThanks', {});
    expect(items[0]).toMatchObject({ from: { name: '林晓' }, to: [{ name: '陈一诺' }], words: '谢谢你的海报' });
  });

  it('is seen by the receiver’s manager', async () => {
    judged('pass');
    const words = '谢谢你修好了登录页';
    const card = { valueId: 'v-craft', design: 'tea', words, pointsEach: 0 } as const;
    await company.tell('陈一诺', 'sendThanks', { ...card, toPersonIds: [lin], requestId: freshRequest() });
    const { items } = await company.tell('顾怀远', 'listTeamThanks', {});
    expect(items.map((one) => one.words)).toContain(words);
  });

  it('sent twice under one request is one card, one notice and one gift of points', async () => {
    const requestId = freshRequest();
    const first = await thank({ pointsEach: 5, requestId });
    const balance = company.balanceOf(chen);
    const again = await thank({ pointsEach: 5, requestId });
    expect(again).toEqual({ ...first, traceId: expect.any(String) });
    expect(company.balanceOf(chen)).toBe(balance);
    expect(company.toldTo(chen).filter((title) => title.includes('感恩卡'))).toHaveLength(1);
    expect(await thank({ requestId, words: '别的' })).toMatchObject({ code: 'request_id_reused' });
  });

  it('with more points than are left to give is not sent, and does not count for the month', async () => {
    const before = company.cards().length;
    const everybody = ['唐思远', '李蓉', '周岚', '马会敏', '顾怀远'].map(personOf);
    expect(await thank({ toPersonIds: everybody, pointsEach: 30 })).toMatchObject({ code: 'giving_not_enough' });
    expect(await thank({ pointsEach: 100 })).toMatchObject({ code: 'giving_pair_limit' });
    expect(company.cards()).toHaveLength(before);
    for (let count = 0; count < 3; count += 1) expect(await thank()).toMatchObject({ ok: true });
    expect(await thank()).toMatchObject({ code: 'thanks_limit_reached', detail: { name: '陈一诺', limit: 3 } });
    passTime(9 * day);
    expect(await thank()).toMatchObject({ ok: true });
  });

  it('to somebody who has left, or without a person there, is refused and nothing is written', async () => {
    const before = company.cards().length;
    for (const gone of [personOf('孙倩'), 'p-nobody']) {
      expect(await thank({ toPersonIds: [gone] })).toMatchObject({ code: 'colleague_not_found' });
    }
    expect(await thank({}, 'risky')).toMatchObject({ code: 'text_refused' });
    expect(company.cards()).toHaveLength(before);
  });

  it('that the check is unsure about gives its points only when HR shows it', async () => {
    const before = company.balanceOf(chen);
    const sent = await thank({ pointsEach: 10 }, 'review');
    const cardId = sent.ok ? sent.data._id : '';
    expect(sent).toMatchObject({ data: { state: 'inReview' } });
    expect(company.balanceOf(chen)).toBe(before);
    expect(await company.ask('陈一诺', 'readThanks', { cardId })).toMatchObject({ code: 'thanks_not_found' });
    const judge = { cardId, verdict: 'show', reason: null, requestId: freshRequest() } as const;
    expect(await company.tell('周岚', 'judgeThanks', judge)).toMatchObject({ state: 'shown' });
    await company.tell('周岚', 'judgeThanks', judge);
    expect(company.balanceOf(chen)).toBe(before + 10 + thanked);
    expect((await company.tell('陈一诺', 'listMyThanks', { box: 'received' })).items[0]?._id).toBe(cardId);
  });

  it('that is taken down leaves the wall, and its sender reads why', async () => {
    const sent = await thank();
    const cardId = sent.ok ? sent.data._id : '';
    const judge = { cardId, verdict: 'takeDown', reason: '含有联系方式', requestId: freshRequest() } as const;
    await company.tell('周岚', 'judgeThanks', judge);
    expect((await company.tell('陈一诺', 'listMyThanks', { box: 'received' })).items).not.toContainEqual(
      expect.objectContaining({ _id: cardId }),
    );
    expect(company.toldTo(lin)).toContain('你的感恩卡没有展示');
    const without = { ...judge, reason: null, requestId: freshRequest() };
    expect(await company.ask('周岚', 'judgeThanks', without)).toMatchObject({ code: 'reason_missing' });
  });

  it('is boosted by a colleague once, with the points reaching the receiver once', async () => {
    const sent = await thank();
    const cardId = sent.ok ? sent.data._id : '';
    const before = company.balanceOf(chen);
    const boost = { cardId, pointsEach: 5, requestId: freshRequest() };
    const taps = await Promise.all(Array.from({ length: 4 }, () => company.ask('王磊', 'boostThanks', boost)));
    expect(taps.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    await company.sweep();
    await company.sweep();
    expect(company.balanceOf(chen)).toBe(before + 5);
    expect(await company.tell('王磊', 'readThanks', { cardId })).toMatchObject({ boosts: 1, boostPointsEach: 5 });
    const more = { ...boost, requestId: freshRequest() };
    expect(await company.ask('王磊', 'boostThanks', more)).toMatchObject({ code: 'thanks_boosted_already' });
    expect(await company.ask('林晓', 'boostThanks', more)).toMatchObject({ code: 'thanks_to_oneself' });
  });

  it('is remembered in its year', async () => {
    await thank();
    expect(await company.tell('陈一诺', 'readThanksYear', { year: 2026 })).toMatchObject({ received: 1 });
    expect(await company.tell('陈一诺', 'readThanksYear', { year: 2025 })).toMatchObject({ received: 0 });
  });

  it('costs a page of the wall two database requests', async () => {
    const { dbRequests } = await company.stage.counted(() => company.tell('林晓', 'listThanks', {}));
    expect(dbRequests).toBe(2);
  });
});

describe('care', () => {
  const birthday = () => company.care().find(({ personId, occasion }) => personId === gu && occasion === 'birthday');

  it('asks the department to sign before the day, and tells the person nothing', async () => {
    await company.sweep();
    const { items } = await company.tell('林晓', 'listCareToSign', {});
    expect(items).toEqual([expect.objectContaining({ name: '顾怀远', occasion: 'birthday', signedByMe: false })]);
    expect((await company.tell('顾怀远', 'listCareToSign', {})).items).toEqual([]);
    expect((await company.tell('陈一诺', 'listCareToSign', {})).items).toEqual([]);
    const careId = birthday()?._id ?? '';
    expect(await company.ask('顾怀远', 'readCareCard', { careId })).toMatchObject({ code: 'care_card_not_found' });
  });

  it('keeps both of two who sign at the same moment, and the later words of one who signs twice', async () => {
    const careId = birthday()?._id ?? '';
    for (let count = 0; count < 3; count += 1) judged('pass');
    const sign = (name: string, words: string) =>
      company.ask(name, 'signCareCard', { careId, words, requestId: freshRequest() });
    await Promise.all([sign('林晓', '生日快乐'), sign('王磊', '少熬夜')]);
    await sign('林晓', '平安喜乐');
    expect(
      birthday()
        ?.signatures.map(({ name, words }) => [name, words])
        .sort(),
    ).toEqual(
      [
        ['林晓', '平安喜乐'],
        ['王磊', '少熬夜'],
      ].sort(),
    );
  });

  it('comes on the day from eight in the morning, once, with points and signatures; colleagues are told', async () => {
    const careId = birthday()?._id ?? '';
    const before = company.balanceOf(gu);
    stopClock('2026-11-23T23:50:00.000Z');
    await company.sweep();
    expect(birthday()?.state).toBe('gathering');
    stopClock('2026-11-24T00:00:00.000Z');
    for (let count = 0; count < 3; count += 1) await company.sweep();
    expect(await company.tell('顾怀远', 'readCareCard', { careId })).toMatchObject({
      occasion: 'birthday',
      years: null,
      signatures: [{ name: '王磊' }],
    });
    expect(company.balanceOf(gu)).toBeGreaterThan(before);
    const after = company.balanceOf(gu);
    await company.sweep();
    expect(company.balanceOf(gu)).toBe(after);
    expect(company.toldTo(gu).filter((title) => title.startsWith('生日快乐'))).toHaveLength(1);
    expect(company.toldTo(wang).filter((title) => title === '今天是顾怀远的生日')).toHaveLength(1);
    expect(JSON.stringify(company.care())).not.toContain('1984');
  });

  it('forgets after a month how the daily look at colleagues went', async () => {
    const walks = () => company.stage.cloud.documents('careWalks').map(({ _id }) => _id);
    await company.minute();
    expect(walks()).toEqual(['2026-11-22']);
    stopClock('2026-12-22T02:00:00.000Z');
    await company.minute();
    expect(walks()).toEqual(['2026-11-22', '2026-12-22']);
    stopClock('2026-12-23T02:00:00.000Z');
    await company.minute();
    expect(walks()).toEqual(['2026-12-22', '2026-12-23']);
  });

  it('is not made for somebody who does not want it, also when signatures were gathered', async () => {
    const wishes = { birthday: false, anniversary: true, others: true, requestId: freshRequest() };
    await company.tell('顾怀远', 'changeCareWishes', wishes);
    expect(birthday()).toBeUndefined();
    stopClock('2026-11-24T01:00:00.000Z');
    for (let count = 0; count < 3; count += 1) await company.sweep();
    expect(birthday()).toBeUndefined();
    expect(company.toldTo(wang)).not.toContain('今天是顾怀远的生日');
  });

  it('follows HR’s rule: switched off nothing comes, and of two HR who change it at once one is told', async () => {
    const { items } = await company.tell('周岚', 'listCareRules', {});
    const { _id: occasion, ...terms } = items.find(({ _id }) => _id === 'honour') ?? items[0] ?? fail();
    const change = { ...terms, occasion, isOn: false, requestId: freshRequest() };
    await company.tell('周岚', 'changeCareRule', change);
    expect(await company.tell('周岚', 'changeCareRule', change)).toMatchObject({ isOn: false, version: 1 });
    const other = { ...change, words: '{name} 真棒', requestId: freshRequest() };
    expect(await company.ask('周岚', 'changeCareRule', other)).toMatchObject({ code: 'care_rule_changed' });
    const congratulation = { personId: lin, occasion: 'honour', title: '新星', requestId: freshRequest() } as const;
    expect(await company.ask('周岚', 'congratulateColleague', congratulation)).toMatchObject({ code: 'care_rule_off' });
  });

  it('congratulates once, however often the fact arrives', async () => {
    const fact = { factId: 'exam-1', personId: lin, occasion: 'trainingPassed', title: '信息安全' } as const;
    const input = { ...fact, at: new Date().toISOString(), requestId: freshRequest() };
    await company.ask('training', 'recordMilestone', input);
    await company.ask('training', 'recordMilestone', { ...input, requestId: freshRequest() });
    expect(company.toldTo(lin).filter((title) => title.startsWith('恭喜通过'))).toHaveLength(1);
    expect(company.toldTo(gu).filter((title) => title === '林晓通过了「信息安全」')).toHaveLength(1);
  });
});

function fail(): never {
  throw new Error('there is no rule');
}

describe('who left and chose to stand unnamed', () => {
  const words = '谢谢你带我熟悉客户';
  const chosen = (isNamed: boolean) =>
    company.tellNeighbour('community', '王磊', 'chooseByline', { isNamed, requestId: freshRequest() });
  /** The two cards of 王磊, one given and one got, as this person sees them. */
  const namesFor = async (name: string) => {
    const { items } = await company.tell(name, 'listThanks', { limit: 50 });
    return items
      .filter((card) => card.words === words)
      .map(({ from, to }) => [from.name, ...to.map((one) => one.name)]);
  };
  const suggested = async (title: string) => {
    const { items } = (await company.tellNeighbour('suggestions', '林晓', 'listSuggestions', {
      ...{ which: 'waiting', limit: 50 },
    })) as { items: { title: string; author: object | null }[] };
    return items.find((one) => one.title === title)?.author;
  };
  const suggest = (title: string, isNamed: boolean) =>
    company.tellNeighbour('suggestions', '王磊', 'makeSuggestion', {
      ...{ topic: 'growth', title, text: '一起看看', isNamed, requestId: freshRequest() },
    });

  it('is named on cards only to who gave or got them, and on no suggestion; named again if they wish', async () => {
    judged('pass');
    const card = { valueId: 'v-craft', design: 'tea', words, pointsEach: 0 } as const;
    await company.tell('王磊', 'sendThanks', { ...card, toPersonIds: [lin], requestId: freshRequest() });
    await thank({ toPersonIds: [wang], words });
    for (const isNamed of [true, false]) {
      judged('pass');
      await suggest(isNamed ? '具名的建议' : '不具名的建议', isNamed);
    }
    await chosen(false);
    const together = [
      ['林晓', '王磊'],
      ['王磊', '林晓'],
    ];
    await company.communityAfter(1);
    expect(await namesFor('陈一诺')).toEqual(together);
    await company.communityAfter(60);
    expect(await namesFor('陈一诺')).toEqual([
      ['林晓', '已离职同事'],
      ['已离职同事', '林晓'],
    ]);
    expect(await namesFor('林晓')).toEqual(together);
    expect(await suggested('具名的建议')).toEqual({ name: '已离职同事', place: '' });
    expect(await suggested('不具名的建议')).toBeNull();
    await chosen(true);
    await company.communityAfter(0);
    expect(await namesFor('陈一诺')).toEqual(together);
    expect(await suggested('具名的建议')).toMatchObject({ name: '王磊' });
  });
});
