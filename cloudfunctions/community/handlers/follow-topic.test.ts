import { freshRequest, stopClock } from '../../../test/mall';
import { type Neighbourhood, openNeighbourhood } from '../../../test/neighbourhood';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let here: Neighbourhood;
beforeEach(async () => {
  stopClock('2026-11-20T01:00:00.000Z');
  here = await openNeighbourhood();
});
afterEach(() => here.close());

const follow = (topic: string, isFollowed = true) => ({ topic, isFollowed, requestId: freshRequest() });

it('a topic is followed once however often it is said, by me alone, and let go again', async () => {
  await Promise.all([1, 2, 3].map(() => here.tell('o-lan', 'followTopic', follow('徒步'))));
  await here.tell('o-lan', 'followTopic', follow('读书'));
  expect((await here.tell('o-lan', 'readInterests', {})).topics.sort()).toEqual(['徒步', '读书'].sort());
  expect(await here.tell('o-ming', 'readInterests', {})).toEqual({ topics: [] });
  expect(await here.tell('o-lan', 'followTopic', follow('徒步', false))).toEqual({ topics: ['读书'] });
  expect(await here.tell('o-ming', 'followTopic', follow('徒步', false))).toEqual({ topics: [] });
});

it('thirty topics are enough, and one of them can still be said again or let go', async () => {
  for (let n = 0; n < 30; n += 1) await here.tell('o-lan', 'followTopic', follow(`话题${n}`));
  expect(await here.refusalOf('o-lan', 'followTopic', follow('话题30'))).toBe('interests_full');
  expect((await here.tell('o-lan', 'followTopic', follow('话题7'))).topics).toHaveLength(30);
  expect((await here.tell('o-lan', 'followTopic', follow('话题7', false))).topics).toHaveLength(29);
});
