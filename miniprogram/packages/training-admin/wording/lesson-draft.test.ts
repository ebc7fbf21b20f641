import type { Lesson } from '../../../../shared/training/course';
import { blocksOf, draftOf, lessonOf, textOf } from './lesson-draft';

const typed = '# 出发\n\n棚里有水，\n先换雨靴。\n\n- 雨靴在西门\n- 放回去\n\n> 番茄知道';

test('what is typed becomes blocks, and reads the same when it is edited again', () => {
  expect(blocksOf(typed).map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'quote']);
  expect(textOf(blocksOf(typed))).toBe(typed);
});

test('a lesson that is opened and saved keeps its pictures and links', () => {
  const picture = { kind: 'picture', fileId: 'cloud://local.files/training/a/0.png', caption: '西门' } as const;
  const link = { kind: 'link', text: '公司介绍', page: '/pages/home/home' } as const;
  const lesson: Lesson = {
    ...{ lessonId: 'boots', title: '换上雨靴', minutes: 2, done: { kind: 'opened', seconds: 20 } },
    body: { kind: 'article', blocks: [...blocksOf(typed), picture, link] },
  };
  expect(lessonOf(draftOf(lesson))).toEqual(lesson);
});
