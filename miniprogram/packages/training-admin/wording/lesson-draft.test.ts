import type { Lesson } from '../../../../shared/training/course';
import {
  blocksOf,
  draftOf,
  emptyLesson,
  lessonOf,
  lessonProblem,
  typedOf,
  withoutPiece,
  withPictures,
} from './lesson-draft';

const typed = '# 出发\n\n棚里有水，\n先换雨靴。\n\n- 雨靴在西门\n- 放回去\n\n> 番茄知道';
const picture = (name: string) =>
  ({ kind: 'picture', fileId: `cloud://local.files/training/a/${name}`, caption: name }) as const;
const link = { kind: 'link', text: '公司介绍', page: '/pages/home/home' } as const;
const kinds = (text: string, ...names: string[]) =>
  blocksOf(
    text,
    names.map((name, index) => ({ number: index + 1, block: picture(name) })),
  ).map((block) => (block.kind === 'picture' ? block.caption : block.kind));

test('what is typed becomes blocks, and reads the same when it is edited again', () => {
  expect(blocksOf(typed, []).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote']);
  expect(typedOf(blocksOf(typed, []))).toEqual({ text: typed, kept: [] });
});

test('a lesson that is opened and saved keeps its pictures and links where they stand', () => {
  const [first, ...rest] = blocksOf(typed, []);
  if (!first) throw new Error('nothing was typed');
  const lesson: Lesson = {
    ...{ lessonId: 'boots', title: '换上雨靴', minutes: 2, done: { kind: 'opened', seconds: 20 } },
    body: { kind: 'article', blocks: [first, picture('door.png'), ...rest, link, picture('boots.png')] },
  };
  expect(lessonOf(draftOf(lesson))).toEqual(lesson);
});

test('a picture stands where its number is typed, once, and at the end where it is not', () => {
  expect(kinds('第一段\n\n[图2]\n\n第二段', 'one', 'two')).toEqual(['paragraph', 'two', 'paragraph', 'one']);
  expect(kinds('第一段\n[图1]\n第二段', 'one')).toEqual(['paragraph', 'one', 'paragraph']);
  expect(kinds('看 [图1] 这里', 'one')).toEqual(['paragraph', 'one']);
  const problem = (text: string, kept = draft.kept) => lessonProblem({ ...draft, title: '雨靴', text, kept });
  expect(problem('[图1]\n\n[图1]')).toMatch(/\[图1\] 没有对应的图片/);
  expect(problem('[图1]')).toBe('');
  expect(problem('[图1]', [])).toMatch(/\[图1\] 没有对应的图片/);
});

const draft = { ...emptyLesson('boots'), ...withPictures(emptyLesson('boots'), ['a'], null) };

test('pictures come behind the paragraph that is being written, and go with their number', () => {
  const written = { ...emptyLesson('boots'), text: '第一段\n\n第二段' };
  const two = { ...written, ...withPictures(written, ['a', 'b'], 1) };
  expect(two.text).toBe('第一段\n\n[图1]\n\n[图2]\n\n第二段');
  const one = { ...two, ...withoutPiece(two, 1) };
  expect(one).toMatchObject({ text: '第一段\n\n[图2]\n\n第二段', kept: [{ number: 2 }] });
  expect(withPictures(one, ['c'], null).text).toBe('第一段\n\n[图2]\n\n第二段\n\n[图3]');
});
