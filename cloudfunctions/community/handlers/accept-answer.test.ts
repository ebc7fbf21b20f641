import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
let postId: string;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
  const question = { kind: 'question' as const, text: '怎么报销', requestId: freshRequest() };
  ({ _id: postId } = await here.tell('o-lan', 'publishPost', question));
});
afterEach(() => here.close());

const accept = (commentId: string) => ({ commentId, requestId: freshRequest() });

it('whoever asked accepts an answer, may change their mind, and each helper is told once', async () => {
  const [one, two] = [await here.comment('o-ming', postId, '这样'), await here.comment('o-yu', postId, '那样')];
  for (const commentId of [one, one, two, one]) await here.tell('o-lan', 'acceptAnswer', accept(commentId));
  expect((await here.tell('o-yu', 'readPost', { postId })).post.acceptedId).toBe(one);
  expect((await here.tell('o-yu', 'listComments', { postId })).items.map(({ isAccepted }) => isAccepted)).toEqual(
    [one, two].sort().map((id) => id === one),
  );
  await here.sweep();
  await here.sweep();
  const told = here.told.filter(({ title }) => title === '你的回答被采纳了').map(({ personIds }) => personIds[0]);
  expect(told.sort()).toEqual(['p-ming', 'p-yu']);
  expect(here.earned.map(({ rule, personId }) => [rule, personId]).sort()).toEqual([
    ['answerAccepted', 'p-ming'],
    ['answerAccepted', 'p-yu'],
  ]);
});

it('nobody else accepts, an own answer is none, and under a post there is nothing to accept', async () => {
  const answer = await here.comment('o-ming', postId, '这样');
  expect(await here.refusalOf('o-yu', 'acceptAnswer', accept(answer))).toBe('comment_not_found');
  const own = await here.comment('o-lan', postId, '我知道了');
  expect(await here.refusalOf('o-lan', 'acceptAnswer', accept(own))).toBe('answer_own');
  const plain = await here.post('o-lan', '大家好');
  const comment = await here.comment('o-ming', plain, '好');
  expect(await here.refusalOf('o-lan', 'acceptAnswer', accept(comment))).toBe('comment_not_found');
  expect(here.posts().map(({ acceptedId }) => acceptedId)).toEqual([null, null]);
});
