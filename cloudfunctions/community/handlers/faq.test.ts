import { freshRequest, passTime, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';
import { signedCall } from '../../platform/system-call';
import { main } from '../index';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

const dayMillis = 86_400_000;
let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

async function question(by = 'o-lan', text = '怎么报销'): Promise<string> {
  const asked = { kind: 'question' as const, text, requestId: freshRequest() };
  return (await here.tell(by, 'publishPost', asked))._id;
}
async function answered(by = 'o-lan', adviser = 'o-ming', text = '怎么报销'): Promise<string> {
  const postId = await question(by, text);
  const commentId = await here.comment(adviser, postId, '合成一个文件');
  await here.tell(by, 'acceptAnswer', { commentId, requestId: freshRequest() });
  return postId;
}
const propose = (postId: string) => here.tell('o-yu', 'proposeFaq', { postId, requestId: freshRequest() });
const decide = (faqId: string, more: object = {}) => ({
  ...{ faqId, verdict: 'publish' as const, question: '怎么报销？', answer: '合成一个文件。', reviewOn: '2027-05-20' },
  ...{ requestId: freshRequest(), ...more },
});
const titles = () => here.told.map(({ title }) => title);

describe('常见问题', () => {
  it('takes an accepted answer once, published by HR under its author’s name, and the bot reads it', async () => {
    const postId = await answered();
    const { _id: faqId } = await propose(postId);
    expect(await propose(postId)).toMatchObject({ _id: faqId, state: 'proposed' });
    await here.sweep();
    expect(titles()).toContain('怎么报销');
    expect((await here.tell('o-hr', 'listFaqToReview', {})).items.map(({ _id }) => _id)).toEqual([faqId]);
    expect((await here.tell('o-lan', 'listFaqEntries', {})).items).toEqual([]);
    await here.tell('o-hr', 'decideFaq', decide(faqId));
    await here.sweep();
    expect(titles()).toContain('你的回答放进了常见问题');
    const entry = {
      question: '怎么报销？',
      answer: '合成一个文件。',
      creditName: 'ming',
      reviewOn: '2027-05-20',
      isDue: false,
    };
    expect((await here.tell('o-lan', 'listFaqEntries', {})).items).toMatchObject([entry]);
    const bot = await here.stage.call(main, null, signedCall('community', 'listFaq', {}, new Date()));
    expect(bot).toMatchObject({ ok: true, data: { items: [entry] } });
    expect((await here.tell('o-hr', 'listFaqToReview', {})).items).toEqual([]);
  });

  it('takes no question without an accepted answer', async () => {
    const postId = await question();
    await here.comment('o-ming', postId, '不知道');
    expect(await here.refusalOf('o-yu', 'proposeFaq', { postId, requestId: freshRequest() })).toBe(
      'faq_answer_missing',
    );
  });

  it('comes back to HR on its review day, and not a day earlier', async () => {
    const { _id: faqId } = await propose(await answered());
    await here.tell('o-hr', 'decideFaq', decide(faqId, { reviewOn: '2026-11-22' }));
    await here.sweep();
    const due = async () => (await here.tell('o-hr', 'listFaqToReview', {})).items.length;
    passTime(dayMillis);
    expect(await due()).toBe(0);
    here.told.length = 0;
    passTime(dayMillis);
    expect(await due()).toBe(1);
    await here.sweep();
    expect(titles()).toEqual(['怎么报销？']);
    await here.sweep();
    expect(titles()).toHaveLength(1);
    await here.tell('o-hr', 'decideFaq', decide(faqId, { verdict: 'decline' }));
    expect((await here.tell('o-lan', 'listFaqEntries', {})).items).toEqual([]);
  });

  it('is decided by two taps of one request and by two of HR at once, and its author told by one fact', async () => {
    const { _id: faqId } = await propose(await answered());
    const [once, other] = [decide(faqId), decide(faqId, { question: '报销怎么走？' })];
    const answers = await Promise.all([once, once, other].map((input) => here.ask('o-hr', 'decideFaq', input)));
    expect(answers).toMatchObject(Array(3).fill({ ok: true, data: { state: 'published' } }));
    await here.sweep();
    await here.sweep();
    const facts = here.told.filter(({ title }) => title === '你的回答放进了常见问题').map(({ factId }) => factId);
    expect([...new Set(facts)]).toEqual([`${faqId}.faq`]);
  });

  it('wants a review day between tomorrow and two years on', async () => {
    const { _id: faqId } = await propose(await answered());
    for (const reviewOn of ['2026-11-20', '2028-11-20']) {
      expect(await here.refusalOf('o-hr', 'decideFaq', decide(faqId, { reviewOn }))).toBe('faq_review_day_wrong');
    }
    expect(await here.tell('o-hr', 'decideFaq', decide(faqId, { reviewOn: '2028-11-19' }))).toMatchObject({
      state: 'published',
    });
  });
});

describe('opinion leaders', () => {
  const leaders = async () => (await here.tell('o-hr', 'listOpinionLeaders', {})).items;

  it('have helped three different people by accepted and saved answers, however often', async () => {
    const postId = await answered('o-lan');
    await answered('o-lan', 'o-ming', '怎么请假');
    await here.tell('o-yu', 'savePost', { postId, isSaved: true, requestId: freshRequest() });
    await here.sweep();
    await here.sweep();
    expect(await leaders()).toEqual([]);
    await here.tell('o-south', 'savePost', { postId, isSaved: true, requestId: freshRequest() });
    await here.sweep();
    expect(await leaders()).toEqual([{ personId: 'p-ming', name: 'ming', peopleHelped: 3 }]);
  });

  it('also count who saved the question before the answer was accepted, and never themselves', async () => {
    const postId = await question();
    for (const name of ['o-yu', 'o-south', 'o-ming']) {
      await here.tell(name, 'savePost', { postId, isSaved: true, requestId: freshRequest() });
    }
    await here.sweep();
    const commentId = await here.comment('o-ming', postId, '这样');
    await here.tell('o-lan', 'acceptAnswer', { commentId, requestId: freshRequest() });
    await here.sweep();
    await here.sweep();
    expect(await leaders()).toMatchObject([{ personId: 'p-ming', peopleHelped: 3 }]);
  });
});
