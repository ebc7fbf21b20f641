import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import type { Block } from '../../shared/community/article';
import type { Lesson } from '../../shared/training/course';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School } from '../../test/school';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let school: School;
beforeAll(async () => {
  stopClock('2026-11-22T04:00:00.000Z');
  school = await openSchool(new Date());
});
afterAll(() => school.close());

const courseId = seededCourseId('culture');
const blocks: Block[] = [{ kind: 'paragraph', text: '成都有了第二间办公室。' }];
const news: Lesson = {
  ...{ lessonId: 'chengdu', title: '成都的同事', minutes: 2, done: { kind: 'opened', seconds: 20 } },
  body: { kind: 'article', blocks },
};

it('a course renewed after somebody passed is there to be read, and counts for nothing', async () => {
  expect(await school.tell('林晓', 'readRenewal', { courseId })).toEqual({ lessons: [] });
  const written = { courseId, chapterId: 'culture-1', lesson: news, requestId: freshRequest() };
  const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId });
  await school.tell('周岚', 'writeLesson', { ...written, draftVersion });
  const publishing = { courseId, draftVersion: draftVersion + 1, requestId: freshRequest() };
  expect(await school.tell('林晓', 'readRenewal', { courseId })).toEqual({ lessons: [] });
  await school.tell('周岚', 'publishCourse', publishing);
  const before = school.learning(personOf('林晓'), courseId);
  const { result, dbRequests } = await school.stage.counted(() => school.tell('林晓', 'readRenewal', { courseId }));
  expect(result.lessons.filter(({ isNew }) => isNew).map(({ title }) => title)).toEqual(['成都的同事']);
  expect(result.lessons).toHaveLength(4);
  expect(dbRequests).toBe(3);
  const lesson = { courseId, lessonId: 'chengdu' };
  expect(await school.tell('林晓', 'readRenewedLesson', lesson)).toMatchObject({ isDone: true, blocks });
  expect(school.learning(personOf('林晓'), courseId)).toEqual(before);
  expect(await school.tell('何雨桐', 'readRenewal', { courseId })).toEqual({ lessons: [] });
  expect(await school.ask('何雨桐', 'readRenewedLesson', lesson)).toMatchObject({ code: 'course_not_found' });
  expect(await school.ask('林晓', 'readRenewedLesson', { ...lesson, lessonId: 'none' })).toMatchObject({
    code: 'lesson_not_found',
  });
});
