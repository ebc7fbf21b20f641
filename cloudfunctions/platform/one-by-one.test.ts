import { oneByOne } from './one-by-one';

it('what fails is logged whole and does not hold up those behind it', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const followed: string[] = [];
  await oneByOne([{ _id: 'first' }, { _id: 'poisoned' }, { _id: 'last' }], async ({ _id }) => {
    if (_id === 'poisoned') throw new Error('no such day');
    followed.push(_id);
  });
  expect(followed).toEqual(['first', 'last']);
  expect(logged.mock.calls).toEqual([[expect.stringMatching(/"document":"poisoned".*no such day.*one-by-one/)]]);
});
