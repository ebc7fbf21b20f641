import type { Lesson } from '../../shared/training/course';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let school: School;
let goBack: () => void;
beforeAll(async () => {
  stopClock('2026-11-22T04:00:00.000Z');
  school = await openSchool(new Date());
  goBack = school.stage.cloud.snapshot();
});
beforeEach(() => goBack());
afterAll(() => school.close());

const begins = {
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  jpg: Buffer.from('ffd8ffe000104a464946000101', 'hex'),
  pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
  mp4: Buffer.concat([Buffer.from([0, 0, 0, 32]), Buffer.from('ftypisom\0\0\x02\0isom')]),
};
const long = (begin: Buffer, bytes: number) => Buffer.concat([begin, Buffer.alloc(bytes - begin.length)]);
const uploaded = (content: Buffer, path = `training/${freshRequest()}/0.bin`) =>
  school.stage.upload('o-author', path, content);

const lesson = (body: Lesson['body']): Lesson => ({
  ...{ lessonId: 'film', title: '看一遍', minutes: 3, body, done: { kind: 'opened', seconds: 20 } },
});
const bodies = {
  video: (fileId: string): Lesson['body'] => ({ kind: 'video', fileId, about: '' }),
  pdf: (fileId: string): Lesson['body'] => ({ kind: 'pdf', fileId, about: '' }),
  slides: (fileId: string): Lesson['body'] => ({ kind: 'slides', fileIds: [fileId] }),
  article: (fileId: string): Lesson['body'] => ({
    kind: 'article',
    blocks: [{ kind: 'picture', fileId, caption: '' }],
  }),
};
async function write(body: Lesson['body']) {
  const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
  const on = { courseId: security(), draftVersion, requestId: freshRequest() };
  return school.ask('周岚', 'writeLesson', { ...on, chapterId: 'security-1', lesson: lesson(body) });
}

it.each<[keyof typeof bodies, keyof typeof begins, number | null]>([
  ['video', 'mp4', null],
  ['pdf', 'pdf', 20_000_000],
  ['slides', 'jpg', 2_000_000],
  ['article', 'png', 2_000_000],
])('%s takes %s, up to its bound', async (kind, form, bytes) => {
  const file = bytes === null ? begins[form] : long(begins[form], bytes);
  expect(await write(bodies[kind](await uploaded(file)))).toMatchObject({ ok: true });
  if (bytes === null) return;
  const larger = await uploaded(long(begins[form], bytes + 1));
  expect(await write(bodies[kind](larger))).toMatchObject({ code: 'lesson_file_unusable' });
});

it.each<[keyof typeof bodies, Buffer]>([
  ['pdf', begins.mp4],
  ['pdf', Buffer.from('<html>%PDF-')],
  ['video', begins.pdf],
  ['video', Buffer.alloc(0)],
  ['slides', begins.pdf],
  ['article', Buffer.from('<svg onload="x"/>')],
])('%s refuses what is something else, whatever it is called', async (kind, content) => {
  const before = school.course(security());
  const ending = { pdf: 'pdf', video: 'mp4', slides: 'png', article: 'png' }[kind];
  const fileId = await uploaded(content, `training/${freshRequest()}/0.${ending}`);
  expect(await write(bodies[kind](fileId))).toMatchObject({ code: 'lesson_file_unusable' });
  expect(school.course(security())).toEqual(before);
});

it('a file that is not there, of somebody else, or with the keys of a bank is no lesson', async () => {
  const fileId = await uploaded(begins.pdf);
  expect(await write(bodies.pdf(`${fileId}.lost`))).toMatchObject({ code: 'lesson_file_unusable' });
  for (const path of [`papers/${freshRequest()}/0.pdf`, `training/questions/${freshRequest()}.pdf`]) {
    expect(await write(bodies.pdf(await uploaded(begins.pdf, path)))).toMatchObject({ code: 'lesson_file_foreign' });
  }
});

it('a lesson that is written again is not looked into again', async () => {
  const fileId = await uploaded(begins.pdf);
  expect(await write(bodies.pdf(fileId))).toMatchObject({ ok: true });
  school.stage.cloud.requests.clear();
  expect(await write(bodies.pdf(fileId))).toMatchObject({ ok: true });
  expect(school.stage.cloud.requests.list().filter(({ action }) => action.startsWith('storage.'))).toEqual([]);
});
