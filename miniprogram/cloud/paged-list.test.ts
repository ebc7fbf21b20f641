import type { Answer } from '../../shared/kernel/contract';
import type { Page } from '../../shared/kernel/page';
import { PagedList } from './paged-list';

type Numbers = Answer<Page<number>>;
const page = (items: number[], next: string | null): Numbers => ({ ok: true, data: { items, next }, traceId: 't' });

/** A list over answers that come when the test says so, and everything that it puts on the screen. */
function listOver(answers: Record<string, Numbers | Promise<Numbers>>) {
  const shown: Record<string, unknown> = {};
  const asked: string[] = [];
  const list = new PagedList({
    screen: { setData: (data) => Object.assign(shown, data) },
    keepAs: null,
    read: async ({ cursor = 'first' }) => {
      asked.push(cursor);
      return answers[cursor] ?? { ok: false, code: 'unreachable' };
    },
    rowOf: (item: number) => `row ${item}`,
  });
  return { list, shown, asked };
}

test('the first page is shown and says that there is more', async () => {
  const { list, shown } = listOver({ first: page([1, 2], 'b') });
  await list.refresh();
  expect(shown).toMatchObject({ rows: ['row 1', 'row 2'], tail: 'more', frame: { state: 'ready' } });
});

test('a further page is appended row by row, behind what is there', async () => {
  const { list, shown } = listOver({ first: page([1, 2], 'b'), b: page([3], null) });
  await list.refresh();
  await list.more();
  expect(shown).toMatchObject({ 'rows[2]': 'row 3', tail: 'end' });
});

test('after a row has left, the next one takes the place that became free', async () => {
  const { list, shown } = listOver({ first: page([1, 2], 'b'), b: page([3], null) });
  await list.refresh();
  list.dropped();
  await list.more();
  expect(shown).toMatchObject({ 'rows[1]': 'row 3' });
});

test('at the end nothing more is asked', async () => {
  const { list, asked } = listOver({ first: page([1], null) });
  await list.refresh();
  await list.more();
  expect(asked).toEqual(['first']);
});

test('reaching the bottom twice asks for the next page once', async () => {
  const { list, asked } = listOver({ first: page([1], 'b'), b: page([2], null) });
  await list.refresh();
  await Promise.all([list.more(), list.more()]);
  expect(asked).toEqual(['first', 'b']);
});

test('a page that did not come can be asked for again from the same place', async () => {
  const { list, shown, asked } = listOver({ first: page([1], 'b') });
  await list.refresh();
  await list.more();
  expect(shown.tail).toBe('failed');
  await list.more();
  expect(asked).toEqual(['first', 'b', 'b']);
});

test('an answer to an earlier question is not shown over a later one', async () => {
  let late: (answer: Numbers) => void = () => undefined;
  const slow = new Promise<Numbers>((resolve) => {
    late = resolve;
  });
  const answers: Record<string, Numbers | Promise<Numbers>> = { first: slow };
  const { list, shown } = listOver(answers);
  const earlier = list.refresh();
  answers.first = page([7], null);
  await list.refresh();
  late(page([1], null));
  await earlier;
  expect(shown.rows).toEqual(['row 7']);
});

test('a late failure of an earlier question does not hide what a later one has shown', async () => {
  let late: (answer: Numbers) => void = () => undefined;
  const slow = new Promise<Numbers>((resolve) => {
    late = resolve;
  });
  const answers: Record<string, Numbers | Promise<Numbers>> = { first: slow };
  const { list, shown } = listOver(answers);
  const earlier = list.refresh();
  answers.first = page([7], null);
  await list.refresh();
  late({ ok: false, code: 'unreachable' });
  await earlier;
  expect(shown.frame).toMatchObject({ state: 'ready' });
});

test('coming back refreshes one page, but not a list in which somebody has read further', async () => {
  const { list, asked } = listOver({ first: page([1], 'b'), b: page([2], 'c') });
  await list.refresh();
  await list.revisit();
  await list.more();
  await list.revisit();
  expect(asked).toEqual(['first', 'first', 'b']);
});

test('a list that cannot be read says why', async () => {
  const { list, shown } = listOver({ first: { ok: false, code: 'not_allowed' } });
  await list.refresh();
  expect(shown.frame).toMatchObject({ state: 'failed', problem: expect.stringContaining('权限') });
});

test('reaching the bottom while another question is on its way does not use the old cursor', async () => {
  let arrive: (answer: Numbers) => void = () => undefined;
  const second = new Promise<Numbers>((resolve) => {
    arrive = resolve;
  });
  const answers: Record<string, Numbers | Promise<Numbers>> = { first: page([1], 'b'), b: page([2], null) };
  const { list, asked } = listOver(answers);
  await list.refresh();
  answers.first = second;
  const refreshed = list.refresh();
  await list.more();
  arrive(page([3], null));
  await refreshed;
  expect(asked).toEqual(['first', 'first']);
});
