import { seededCourseId } from '../../seeds/training-documents';
import type { InputOf } from '../../shared/kernel/contract';
import type { TrainingContract } from '../../shared/training/contract';
import { stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';

for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let school: School;
beforeAll(async () => {
  stopClock('2026-11-22T04:00:00.000Z');
  school = await openSchool(new Date());
});
afterAll(() => school.close());

const courseId = security();
type Answers = InputOf<TrainingContract['previewExam']>['answers'];
const ask = (name: string, answers: Answers) => school.ask(name, 'previewExam', { courseId, seed: 7, answers });
const preview = (answers: Answers, seed = 7) => school.tell('周岚', 'previewExam', { courseId, seed, answers });
const everything = () =>
  JSON.stringify(school.stage.cloud.collections().map((name) => school.stage.cloud.documents(name)));

it('an exam looked at beforehand is the one that a learner gets: so many questions, so long, no keys', async () => {
  const { exam } = (await school.tell('周岚', 'readDraft', { courseId })).head;
  const shown = await preview(null);
  expect(shown).toMatchObject({ state: 'open', millisLeft: (exam?.minutes ?? 0) * 60_000, review: [], percent: null });
  expect(shown.questions).toHaveLength(exam?.questions ?? 0);
  expect(JSON.stringify(shown)).not.toMatch(/"(key|right|accepted|explanation)"/);
  const drawn = async (seed: number) => (await preview(null, seed)).questions.map(({ questionId }) => questionId);
  expect(await drawn(7)).toEqual(await drawn(7));
  expect(new Set([await drawn(1), await drawn(2), await drawn(3)].map(String)).size).toBeGreaterThan(1);
});

it('handed in it is judged as a learner’s, keys shown, and leaves nothing behind', async () => {
  const before = everything();
  const blank = await preview([]);
  expect(blank).toMatchObject({ state: 'judged', percent: 0, isPassed: false, questions: [] });
  // What is right stands in the review in words: where they stood among the options, or what was to be written.
  const right = blank.review.map(({ options, right: words }) => ({
    picks: options.length === 0 ? [] : (words ?? []).map((word) => options.indexOf(word)),
    words: options.length === 0 ? (words?.[0] ?? '') : '',
  }));
  expect(await preview(right)).toMatchObject({ state: 'judged', percent: 100, isPassed: true });
  expect(everything()).toBe(before);
});

it('only authors look at it, within their reach, and only where there is an exam', async () => {
  expect(await ask('林晓', null)).toMatchObject({ code: 'not_allowed' });
  expect(await ask('李蓉', null)).toMatchObject({ code: 'course_not_found' });
  const plain = { courseId: seededCourseId('culture'), seed: 7, answers: null };
  expect(await school.ask('周岚', 'previewExam', plain)).toMatchObject({ code: 'exam_none' });
});
