import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededSuggestionId } from '../../seeds/suggestions-documents';
import type { InputOf } from '../../shared/kernel/contract';
import type { SuggestionsContract } from '../../shared/suggestions/contract';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openSuggestionBox, type SuggestionBox } from '../../test/suggestion-box';

jest.spyOn(console, 'log').mockImplementation(() => undefined);

const day = 24 * 3_600_000;
const [lin, chen, zhou, tang] = ['林晓', '陈一诺', '周岚', '唐思远'].map(personOf) as [string, string, string, string];

let box: SuggestionBox;
beforeAll(async () => {
  stopClock('2026-11-22T02:00:00.000Z');
  box = await openSuggestionBox(new Date());
});
afterAll(() => box.close());

type Draft = Partial<InputOf<SuggestionsContract['makeSuggestion']>>;

function make(more: Draft = {}, suggest: 'pass' | 'review' | 'risky' = 'pass') {
  box.judged(suggest);
  const draft = { topic: 'growth', title: '技术分享日', text: '每季度一天，各部门轮流讲。', isNamed: true } as const;
  return box.ask('林晓', 'makeSuggestion', { ...draft, requestId: freshRequest(), ...more });
}
async function madeId(more: Draft = {}): Promise<string> {
  const answer = await make(more);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data._id;
}
const support = (name: string, suggestionId: string, isSupported = true) =>
  box.ask(name, 'supportSuggestion', { suggestionId, isSupported, requestId: freshRequest() });
const decide = (suggestionId: string, verdict: 'adopted' | 'declined', requestId = freshRequest()) =>
  box.ask('周岚', 'decideSuggestion', { suggestionId, verdict, words: '因为值得。', requestId });
const stored = (suggestionId: string) => {
  const found = box.suggestions().find(({ _id }) => _id === suggestionId);
  if (!found) throw new Error('there is no such suggestion');
  return found;
};

describe('a suggestion', () => {
  it('is seen by colleagues, and HR has the task to answer it within fourteen days', async () => {
    const suggestionId = await madeId({ title: '茶水间换大冰箱' });
    const { items } = await box.tell('陈一诺', 'listSuggestions', { which: 'waiting' });
    expect(items[0]).toMatchObject({ _id: suggestionId, answerBy: '2026-12-06', author: { name: '林晓' } });
    expect(box.toldTo(zhou)).toContain('茶水间换大冰箱');
    expect((await box.tell('周岚', 'listToAnswer', {})).items.map(({ _id }) => _id)).toContain(suggestionId);
  });

  it('says how late the answer is from the first day over', async () => {
    const suggestionId = await madeId();
    const lateDays = async () => (await box.tell('陈一诺', 'readSuggestion', { suggestionId })).lateDays;
    passTime(14 * day);
    expect(await lateDays()).toBe(0);
    passTime(day);
    expect(await lateDays()).toBe(1);
    passTime(-15 * day);
  });

  it('without a name shows it to nobody but its author, HR included', async () => {
    const suggestionId = await madeId({ isNamed: false });
    expect((await box.tell('林晓', 'readSuggestion', { suggestionId })).author).toMatchObject({ name: '林晓' });
    for (const name of ['陈一诺', '周岚']) {
      const seen = await box.tell(name, 'readSuggestion', { suggestionId });
      expect(seen).toMatchObject({ author: null, isMine: false });
      expect(JSON.stringify(seen)).not.toContain('林晓');
    }
  });

  it('that WeChat calls risky is not kept; a doubtful one is seen by author and HR until HR shows it', async () => {
    expect(await make({}, 'risky')).toMatchObject({ code: 'text_refused' });
    const answer = await make({ title: '拿不准的' }, 'review');
    const suggestionId = answer.ok ? answer.data._id : '';
    expect(await box.ask('陈一诺', 'readSuggestion', { suggestionId })).toMatchObject({ code: 'suggestion_not_found' });
    expect(await support('陈一诺', suggestionId)).toMatchObject({ code: 'suggestion_not_found' });
    expect(await box.tell('林晓', 'readSuggestion', { suggestionId })).toMatchObject({ state: 'inReview' });
    const judge = { suggestionId, verdict: 'show', reason: null, requestId: freshRequest() } as const;
    expect(await box.ask('周岚', 'judgeSuggestion', judge)).toMatchObject({ ok: true, data: { state: 'open' } });
    expect(await box.tell('陈一诺', 'readSuggestion', { suggestionId })).toMatchObject({ state: 'open' });
    expect(box.toldTo(lin)).toContain('你的建议可以看到了');
  });

  it('is taken down only with a reason, which its author reads', async () => {
    const suggestionId = await madeId({ title: '和别的重复' });
    const judge = { suggestionId, verdict: 'takeDown', requestId: freshRequest() } as const;
    expect(await box.ask('周岚', 'judgeSuggestion', { ...judge, reason: null })).toMatchObject({
      code: 'reason_missing',
    });
    await box.tell('周岚', 'judgeSuggestion', { ...judge, reason: '已经有一条了' });
    expect(await box.ask('陈一诺', 'readSuggestion', { suggestionId })).toMatchObject({ code: 'suggestion_not_found' });
    expect(await box.tell('林晓', 'readSuggestion', { suggestionId })).toMatchObject({
      takenDownReason: '已经有一条了',
    });
    expect(box.toldTo(zhou)).not.toContain('和别的重复');
  });

  it('is withdrawn by its author alone, and not once HR has taken it up', async () => {
    const suggestionId = await madeId();
    const withdraw = (name: string) => box.ask(name, 'withdrawSuggestion', { suggestionId, requestId: freshRequest() });
    expect(await withdraw('陈一诺')).toMatchObject({ code: 'suggestion_not_found' });
    const decideBy = '2026-12-20';
    const consider = { suggestionId, decideBy, words: '先看看', requestId: freshRequest() };
    await box.tell('周岚', 'considerSuggestion', consider);
    expect(await withdraw('林晓')).toMatchObject({ code: 'suggestion_closed' });
    expect(
      await box.ask('林晓', 'withdrawSuggestion', { suggestionId: await madeId(), requestId: freshRequest() }),
    ).toMatchObject({ ok: true, data: { state: 'withdrawn' } });
  });

  it('used with other words under the same request is refused', async () => {
    const requestId = freshRequest();
    expect(await make({ requestId })).toMatchObject({ ok: true });
    expect(await make({ requestId })).toMatchObject({ ok: true });
    expect(await make({ requestId, title: '别的' })).toMatchObject({ code: 'request_id_reused' });
  });
});

describe('support', () => {
  it('counts each colleague once, also from sixty-four taps at once, and can be taken back', async () => {
    const suggestionId = await madeId();
    await Promise.all(Array.from({ length: 64 }, (_, tap) => support(tap % 2 ? '陈一诺' : '唐思远', suggestionId)));
    expect(stored(suggestionId).supporters.sort()).toEqual([chen, tang].sort());
    expect(await support('陈一诺', suggestionId, false)).toMatchObject({
      data: { supporters: 1, isSupportedByMe: false },
    });
  });

  it('is not for the author, nor for what is decided', async () => {
    const suggestionId = await madeId();
    expect(await support('林晓', suggestionId)).toMatchObject({ code: 'suggestion_own' });
    await decide(suggestionId, 'declined');
    expect(await support('陈一诺', suggestionId)).toMatchObject({ code: 'suggestion_closed' });
  });

  it('costs two requests, and so does a page of the list', async () => {
    const suggestionId = await madeId();
    expect((await box.stage.counted(() => support('陈一诺', suggestionId))).dbRequests).toBe(2);
    const list = () => box.tell('陈一诺', 'listSuggestions', { which: 'waiting' });
    expect((await box.stage.counted(list)).dbRequests).toBe(2);
  });

  it('tells nobody who supports', async () => {
    const suggestionId = await madeId();
    await support('陈一诺', suggestionId);
    for (const name of ['林晓', '周岚']) {
      expect(JSON.stringify(await box.tell(name, 'readSuggestion', { suggestionId }))).not.toContain(chen);
    }
  });
});

describe('HR', () => {
  it('takes it up with a day between tomorrow and ninety days on', async () => {
    const suggestionId = await madeId();
    const consider = (decideBy: string) =>
      box.ask('周岚', 'considerSuggestion', { suggestionId, decideBy, words: '先看看', requestId: freshRequest() });
    expect(await consider('2026-11-22')).toMatchObject({ code: 'suggestion_day_wrong' });
    expect(await consider('2027-02-21')).toMatchObject({ code: 'suggestion_day_wrong' });
    expect(await consider('2027-02-20')).toMatchObject({
      ok: true,
      data: { state: 'considered', answerBy: '2027-02-20' },
    });
  });

  it('sees support by group from the day it was taken up, never changed by who supports later', async () => {
    const suggestionId = await madeId();
    for (const name of ['陈一诺', '唐思远', '王磊']) await support(name, suggestionId);
    const consider = { suggestionId, decideBy: '2026-12-20', words: '先看看', requestId: freshRequest() };
    expect(await box.tell('周岚', 'considerSuggestion', consider)).toMatchObject({ shares: null });
    await box.sweep();
    const shares = {
      on: '2026-11-22',
      groups: [
        { kind: 'company', name: '', people: 12, percent: 25 },
        { kind: 'core', name: '', people: 6, percent: 50 },
      ],
    };
    expect(await box.tell('陈一诺', 'readSuggestion', { suggestionId })).toMatchObject({ shares });
    await support('马会敏', suggestionId);
    await decide(suggestionId, 'adopted');
    await box.sweep();
    expect(await box.tell('陈一诺', 'readSuggestion', { suggestionId })).toMatchObject({ shares, supporters: 4 });
  });

  it('adopts: the author is told and gets the points once, supporters are told, the task is gone', async () => {
    const suggestionId = await madeId({ title: '采纳这一条' });
    await support('陈一诺', suggestionId);
    const times = (personId: string, title: string) => box.toldTo(personId).filter((told) => told === title).length;
    const tidings = () => [times(lin, '你的建议被采纳了'), times(chen, '你支持的建议被采纳了')];
    const [before, [ofLin = 0, ofChen = 0]] = [box.balanceOf(lin), tidings()];
    const requestId = freshRequest();
    const first = await decide(suggestionId, 'adopted', requestId);
    expect(await decide(suggestionId, 'adopted', requestId)).toEqual({ ...first, traceId: expect.any(String) });
    await box.sweep();
    await box.sweep();
    expect(box.balanceOf(lin)).toBe(before + 30);
    expect(tidings()).toEqual([ofLin + 1, ofChen + 1]);
    expect(box.toldTo(zhou)).not.toContain('采纳这一条');
    expect(stored(suggestionId)).toMatchObject({ duties: [], dutiesSince: null });
    const { items } = await box.tell('陈一诺', 'listSuggestions', { which: 'adopted' });
    expect(items.map(({ _id }) => _id)).toContain(suggestionId);
  });

  it('adopts an unnamed one without its title in the ledger of its author, which HR reads', async () => {
    const abouts = () => {
      const account = box.documents<{ _id: string }>('pointAccounts').find(({ _id }) => _id === lin);
      return JSON.stringify([account, box.documents('pointLedgerEntries')]);
    };
    passTime(32 * day);
    const before = box.balanceOf(lin);
    await decide(await madeId({ title: '有名字的一条' }), 'adopted');
    await decide(await madeId({ title: '没有名字的一条', isNamed: false }), 'adopted');
    await box.sweep();
    expect(box.balanceOf(lin)).toBe(before + 60);
    expect(abouts()).toContain('有名字的一条');
    expect(abouts()).not.toContain('没有名字的一条');
    passTime(-32 * day);
  });

  it('is heard by author and supporters whatever its words are: long, with tabs, lines and emoji', async () => {
    const suggestionId = await madeId();
    await support('陈一诺', suggestionId);
    const words = '一\t二🎉\n'.repeat(80);
    const told = () => box.toldTo(chen).filter((title) => title === '你支持的建议有答复了').length;
    const before = told();
    const decision = { suggestionId, verdict: 'declined', words, requestId: freshRequest() } as const;
    await box.tell('周岚', 'decideSuggestion', decision);
    await box.sweep();
    expect(told()).toBe(before + 1);
    expect(stored(suggestionId)).toMatchObject({ duties: [], dutiesSince: null });
  });

  it('declines with words, and that earns nothing', async () => {
    const suggestionId = await madeId();
    const before = box.balanceOf(lin);
    expect(await decide(suggestionId, 'declined')).toMatchObject({
      data: { answers: [{ kind: 'declined', words: '因为值得。' }] },
    });
    expect(await decide(suggestionId, 'adopted')).toMatchObject({ code: 'suggestion_closed' });
    await box.sweep();
    expect(box.balanceOf(lin)).toBe(before);
  });

  it('does not answer an own suggestion', async () => {
    box.judged('pass');
    const draft = { topic: 'other', title: '我自己的', text: '好', isNamed: false, requestId: freshRequest() } as const;
    const { _id } = await box.tell('周岚', 'makeSuggestion', draft);
    expect(await decide(_id, 'adopted')).toMatchObject({ code: 'suggestion_own' });
    expect(box.toldTo(zhou)).not.toContain('我自己的');
  });

  it('says what was done about an adopted one, and about no other', async () => {
    const record = (suggestionId: string) =>
      box.ask('周岚', 'recordOutcome', { suggestionId, words: '都装好了', requestId: freshRequest() });
    expect(await record(seededSuggestionId('water'))).toMatchObject({ code: 'suggestion_closed' });
    const answer = await record(seededSuggestionId('meeting-rooms'));
    expect(answer).toMatchObject({ ok: true, data: { state: 'adopted' } });
    expect(answer.ok && answer.data.answers.at(-1)).toMatchObject({ kind: 'done', words: '都装好了' });
  });

  it('alone answers: a branch’s HR and an employee are not let in', async () => {
    const input = {
      suggestionId: seededSuggestionId('water'),
      verdict: 'adopted',
      words: '好',
      requestId: freshRequest(),
    } as const;
    for (const name of ['李蓉', '陈一诺']) {
      expect(await box.ask(name, 'decideSuggestion', input)).toMatchObject({ code: 'not_allowed' });
    }
  });
});
