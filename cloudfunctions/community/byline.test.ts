import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(60_000);

let here: Neighbourhood;
let postId = '';
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
  postId = await here.post('o-lan', '这是我写的');
  const question = { kind: 'question', text: '投屏怎么连？', requestId: freshRequest() } as const;
  const { _id: questionId } = await here.tell('o-ming', 'publishPost', question);
  const answerId = await here.comment('o-lan', questionId, '先装驱动');
  const reply = { postId: questionId, text: '谢谢', replyToId: answerId, requestId: freshRequest() };
  await here.tell('o-ming', 'writeComment', reply);
  await here.tell('o-ming', 'acceptAnswer', { commentId: answerId, requestId: freshRequest() });
  await here.tell('o-ming', 'proposeFaq', { postId: questionId, requestId: freshRequest() });
  await here.sweep();
});
afterEach(() => here.close());

const choose = (isNamed: boolean) => here.tell('o-lan', 'chooseByline', { isNamed, requestId: freshRequest() });
const leave = () => here.leave('p-lan');

async function nextMorning() {
  passTime(86_400_000);
  await here.sweep();
}

/** Every name under which something of lan stands for a colleague. */
async function namesShown() {
  const { items } = await here.tell('o-ming', 'listFeed', {});
  const question = items.find(({ kind }) => kind === 'question');
  const answers = await here.tell('o-ming', 'listComments', { postId: question?._id ?? '' });
  const { items: faqs } = await here.tell('o-hr', 'listFaqToReview', {});
  return [
    items.find(({ _id }) => _id === postId)?.authorName,
    answers.items.find(({ text }) => text === '先装驱动')?.authorName,
    answers.items.find(({ text }) => text === '谢谢')?.replyToName,
    ...faqs.map(({ creditName }) => creditName),
  ];
}
const named = ['lan', 'lan', 'lan', 'lan'];
const unnamed = ['已离职同事', '已离职同事', '已离职同事', '已离职同事'];

/** Whether the contexts that show cards and suggestions name lan, by what they were told last. */
const toldOthers = () => ['recognition', 'suggestions'].map((context) => here.signed.get(`${context} p-lan`) ?? true);

describe('what somebody wrote', () => {
  it('stays under the name of who left without choosing', async () => {
    await leave();
    await nextMorning();
    expect(await namesShown()).toEqual(named);
    expect(here.stage.cloud.documents('bylines')).toEqual([]);
  });

  it('stands unnamed from the day after the last one if they chose so, and not a day before', async () => {
    expect(await choose(false)).toEqual({ isNamed: false, isUnderWay: false });
    await nextMorning();
    expect(await namesShown()).toEqual(named);
    await leave();
    await nextMorning();
    expect(await namesShown()).toEqual(unnamed);
    const { post } = await here.tell('o-ming', 'readPost', { postId });
    expect(post).toMatchObject({ authorId: null, authorPlace: '', text: '这是我写的' });
    expect(toldOthers()).toEqual([false, false]);
  });

  it('follows a later choice of an alumna within minutes, in both directions', async () => {
    await leave();
    expect(await choose(false)).toEqual({ isNamed: false, isUnderWay: true });
    await here.sweep();
    expect(await namesShown()).toEqual(unnamed);
    expect(await here.tell('o-lan', 'readByline', {})).toEqual({ isNamed: false, isUnderWay: false });
    expect(await choose(true)).toEqual({ isNamed: true, isUnderWay: true });
    await here.sweep();
    expect(await namesShown()).toEqual(named);
    expect(toldOthers()).toEqual([true, true]);
  });

  it('has its name again once its author works here again', async () => {
    await choose(false);
    await leave();
    await nextMorning();
    here.neighbours.left.clear();
    await nextMorning();
    expect(await namesShown()).toEqual(named);
  });

  it('waits while nobody can say who works here', async () => {
    await choose(false);
    await leave();
    here.neighbours.areThere = false;
    await nextMorning();
    expect(await namesShown()).toEqual(named);
    here.neighbours.areThere = true;
    await here.sweep();
    expect(await namesShown()).toEqual(unnamed);
  });

  it('replies name a leaver as the answer that they answer', async () => {
    await leave();
    await choose(false);
    await here.sweep();
    const answer = here.comments().find(({ text }) => text === '先装驱动');
    const input = { postId: answer?.postId ?? '', text: '再问一句', replyToId: answer?._id ?? '' };
    const written = await here.tell('o-yu', 'writeComment', { ...input, requestId: freshRequest() });
    expect(written.replyToName).toBe('已离职同事');
  });
});

it('is signed alike everywhere after a sweep killed at any request, also if the choice changed meanwhile', async () => {
  await leave();
  await choose(false);
  const cuts = await killedEverywhere(async (cut, request) => {
    here.signed.clear();
    await cut(() => here.sweep());
    if (request % 2 === 0) await choose(true);
    await here.sweep();
    await here.sweep();
    expect(await namesShown()).toEqual(request % 2 === 0 ? named : unnamed);
    expect(toldOthers()).toEqual(Array(2).fill(request % 2 === 0));
  });
  expect(cuts).toBeGreaterThan(15);
});
