import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { freshRequest, passTime, stopClock } from '../../test/mall';
import { openSchool, rightAnswer, type School, security } from '../../test/school';

jest.setTimeout(60_000);
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

const noon = '2026-11-22T04:00:00.000Z';
let school: School;
let goBack: () => void;
beforeAll(async () => {
  stopClock(noon);
  school = await openSchool(new Date());
  goBack = school.stage.cloud.snapshot();
});
beforeEach(() => {
  stopClock(noon);
  goBack();
});
afterAll(() => school.close());

const course = () => ({ courseId: security(), requestId: freshRequest() });
const lesson = (lessonId: string) => ({ ...course(), lessonId });
const personIdOf = (openId: string) => openId.replace('o-', 'p-');

/** Answers every question of the attempt, so many of them wrongly, and hands in. */
async function sit(openId: string, wrong: number) {
  const { attemptId } = await school.tell(openId, 'startExam', course());
  const attempt = school.attempts(security()).find(({ _id }) => _id === attemptId);
  for (const [place, question] of (attempt?.drawn ?? []).entries()) {
    const answer = place < wrong ? { picks: [], words: '不知道' } : rightAnswer(question);
    await school.tell(openId, 'saveAnswer', { attemptId, place, answer, turn: 1, requestId: freshRequest() });
  }
  return school.tell(openId, 'submitExam', { attemptId, requestId: freshRequest() });
}

describe('a lesson', () => {
  beforeEach(() => school.tell('林晓', 'startCourse', course()));

  it('is done after its seconds by the clock of the cloud, though closed meanwhile, and not one before', async () => {
    const view = () => school.tell('林晓', 'openLesson', lesson('password'));
    expect(await view()).toMatchObject({ secondsLeft: 20 });
    passTime(19_000);
    expect(await view()).toMatchObject({ secondsLeft: 1 });
    const early = await school.ask('林晓', 'finishLesson', lesson('password'));
    expect(early).toMatchObject({ code: 'lesson_too_soon', detail: { seconds: 1 } });
    passTime(1000);
    expect(await school.tell('林晓', 'finishLesson', lesson('password'))).toMatchObject({ progressPercent: 16 });
    expect(await view()).toMatchObject({ isDone: true, secondsLeft: 0 });
  });

  it('has to be open: the time of another lesson does not count for it', async () => {
    await school.tell('林晓', 'openLesson', lesson('password'));
    await school.tell('林晓', 'openLesson', lesson('mail'));
    passTime(60_000);
    expect(await school.ask('林晓', 'finishLesson', lesson('password'))).toMatchObject({ code: 'lesson_not_opened' });
    expect(await school.ask('林晓', 'finishLesson', lesson('try'))).toMatchObject({ code: 'lesson_by_quiz' });
  });

  it('that is a quiz shows no key before it is answered, and keeps the best', async () => {
    const view = await school.tell('林晓', 'openLesson', lesson('try'));
    expect(JSON.stringify(view)).not.toMatch(/right|accepted|explanation/);
    const wrong = { picks: [], words: '' };
    const all = (one: typeof wrong, other: typeof wrong) => ({ ...lesson('try'), answers: [one, other] });
    const twelve = { picks: [], words: '12' };
    expect(await school.ask('林晓', 'answerQuiz', { ...lesson('try'), answers: [twelve] })).toMatchObject({
      code: 'quiz_answers_missing',
    });
    expect(await school.tell('林晓', 'answerQuiz', all(wrong, wrong))).toMatchObject({ percent: 0, isPassed: false });
    expect(await school.tell('林晓', 'answerQuiz', all(wrong, twelve))).toMatchObject({ percent: 50, isPassed: true });
    await school.tell('林晓', 'answerQuiz', all(wrong, wrong));
    const { chapters } = await school.tell('林晓', 'readCourse', { courseId: security() });
    expect(chapters[1]?.lessons[0]).toMatchObject({ isDone: true, percent: 50 });
  });

  it('that is a quiz earns the points of its rule the first time it is passed', async () => {
    const [wrong, right] = [
      { picks: [], words: '' },
      { picks: [], words: '12' },
    ];
    const answer = (last: typeof wrong) => ({ ...lesson('try'), answers: [wrong, last] });
    const before = school.earned(personOf('林晓'));
    await school.tell('林晓', 'answerQuiz', answer(wrong));
    expect(school.earned(personOf('林晓'))).toBe(before);
    await school.tell('林晓', 'answerQuiz', answer(right));
    expect(school.earned(personOf('林晓'))).toBe(before + 5);
    passTime(24 * 3_600_000);
    await school.tell('林晓', 'answerQuiz', answer(right));
    await school.sweep();
    expect(school.earned(personOf('林晓'))).toBe(before + 5);
  });
});

describe('a course', () => {
  it('that waits for another is locked and says for which', async () => {
    const safety = { courseId: seededCourseId('safety') };
    const { locks } = await school.tell('林晓', 'readCourse', safety);
    expect(locks).toEqual([{ courseId: security(), title: '信息安全入门' }]);
    const started = await school.ask('林晓', 'startCourse', { ...safety, requestId: freshRequest() });
    expect(started).toMatchObject({ code: 'course_locked' });
  });

  it('waits for none that others cannot take, nor for itself around any corner', async () => {
    const change = async (courseId: string, prerequisites: string[]) => {
      const { head, draftVersion } = await school.tell('周岚', 'readDraft', { courseId });
      const { branchId: _, ...rest } = head;
      const input = { courseId, draftVersion, head: { ...rest, prerequisites }, requestId: freshRequest() };
      return school.ask('周岚', 'changeCourse', input);
    };
    const [safety, culture, points] = (['safety', 'culture', 'points'] as const).map(seededCourseId);
    if (!safety || !culture || !points) throw new Error('the story lacks a course');
    expect(await change(security(), [points, safety])).toMatchObject({
      data: { locks: [{ courseId: points }, { courseId: safety, title: '办公与现场安全' }] },
    });
    expect(await change(culture, [security()])).toMatchObject({ code: 'course_prerequisite_wrong' });
    expect(await change(safety, [safety])).toMatchObject({ code: 'course_prerequisite_wrong' });
    await school.stage.cloud.seed({
      identities: [],
      collections: { courses: [{ ...school.course(points), _id: 'c-branch', branchId: 'chengdu', sort: 'z' }] },
      files: [],
    });
    expect(await change(security(), ['c-branch'])).toMatchObject({ code: 'course_prerequisite_wrong' });
    const { items } = await school.tell('周岚', 'listPrerequisites', { courseId: security() });
    expect(items.map(({ courseId }) => courseId).sort()).toEqual([culture, points, safety].sort());
  });

  it('lies on the paths of everybody and of the own branch, however many others have one', async () => {
    const path = (title: string, branchId: string | null) => ({
      ...{ pathId: null, title, story: '', branchId, version: 0, requestId: freshRequest() },
      stages: [{ stageId: 'one', title: '一', culture: '一起', badge: '苗', courseIds: [security()] }],
    });
    for (let count = 0; count < 5; count += 1) await school.tell('周岚', 'writePath', path('成都的路', 'chengdu'));
    await school.tell('周岚', 'writePath', path('大家的路', null));
    const { paths } = await school.tell('林晓', 'readGrowth', {});
    expect(paths.map(({ title }) => title)).toEqual(['新人三十天', '大家的路']);
  });

  it('costs two requests besides the identity, and so does the path', async () => {
    const page = await school.stage.counted(() => school.tell('林晓', 'readCourse', { courseId: security() }));
    const path = await school.stage.counted(() => school.tell('林晓', 'readGrowth', {}));
    expect([page.dbRequests, path.dbRequests]).toEqual([3, 3]);
  });

  it('stays as it was for whoever is under way when HR publishes another version', async () => {
    await school.tell('林晓', 'startCourse', course());
    const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
    const on = { courseId: security(), requestId: freshRequest(), draftVersion };
    const draft = await school.tell('周岚', 'arrangeCourse', {
      ...on,
      chapters: [{ chapterId: 'only', title: '只剩一章', lessonIds: ['sign'] }],
    });
    const again = { ...on, draftVersion: draft.draftVersion, requestId: freshRequest() };
    expect(await school.tell('周岚', 'publishCourse', again)).toMatchObject({ state: 'published', isAhead: false });
    const mine = await school.tell('林晓', 'readCourse', { courseId: security() });
    const newcomers = await school.tell('何雨桐', 'readCourse', { courseId: security() });
    expect(mine.chapters).toHaveLength(2);
    expect(newcomers.chapters.map(({ title }) => title)).toEqual(['只剩一章']);
  });

  it('worked out anew comes to the same; a damaged record is put right and its owner told', async () => {
    const recompute = () => school.tell('周岚', 'recomputeProgress', course());
    expect(await recompute()).toMatchObject({ corrected: 0 });
    const openId = await school.examinee();
    await sit(openId, 0);
    const passed = school.learning(personIdOf(openId), security());
    const damaged = { ...passed, state: 'learning', progressPercent: 3, stars: 0, passedAt: null };
    await school.stage.cloud.seed({
      identities: [],
      collections: { learnings: [{ ...damaged, _id: 'damaged', personId: 'p-damaged' }] },
      files: [],
    });
    expect(await recompute()).toMatchObject({ corrected: 1 });
    expect(school.learning('p-damaged', security())).toMatchObject({ state: 'passed', progressPercent: 100 });
  });
});

describe('an exam', () => {
  it('failed can be sat again, shows the keys only when that is over, and passed earns once', async () => {
    const openId = await school.examinee();
    const failed = await sit(openId, 2);
    expect(failed).toMatchObject({ state: 'judged', percent: 60, isPassed: false });
    expect(failed.review.every(({ right }) => right === null)).toBe(true);
    const passed = await sit(openId, 1);
    expect(passed).toMatchObject({ number: 2, percent: 80, isPassed: true });
    expect(passed.review.every(({ right }) => right !== null)).toBe(true);
    await school.sweep();
    expect(school.learning(personIdOf(openId), security())).toMatchObject({
      state: 'passed',
      toTell: [],
      wakeAt: null,
    });
    expect(school.earned(personIdOf(openId))).toBe(20);
    expect(school.toldTo(personIdOf(openId))).toContain('通关：信息安全入门');
    expect(await school.ask(openId, 'startExam', course())).toMatchObject({ code: 'exam_passed_already' });
  });

  it('waits for its lessons, and ends after the last attempt', async () => {
    await school.tell('林晓', 'startCourse', course());
    expect(await school.ask('林晓', 'startExam', course())).toMatchObject({ code: 'exam_lessons_open' });
    const openId = await school.examinee();
    for (let attempt = 0; attempt < 3; attempt += 1) await sit(openId, 5);
    expect(await school.ask(openId, 'startExam', course())).toMatchObject({ code: 'exam_attempts_used' });
  });

  it('keeps an answer in two requests, the later one, and shows it to whoever comes back', async () => {
    const openId = await school.examinee();
    const { attemptId } = await school.tell(openId, 'startExam', course());
    const save = (turn: number, pick: number) =>
      school.ask(openId, 'saveAnswer', {
        ...{ attemptId, place: 0, answer: { picks: [pick], words: '' }, turn, requestId: freshRequest() },
      });
    const { dbRequests } = await school.stage.counted(() => save(2, 1));
    expect(dbRequests).toBe(2);
    expect(await save(1, 0)).toMatchObject({ ok: true });
    const resumed = await school.tell(openId, 'startExam', course());
    expect(resumed).toMatchObject({ attemptId, answers: [{ picks: [1] }, null, null, null, null] });
    expect(await school.ask('林晓', 'readAttempt', { attemptId })).toMatchObject({ code: 'attempt_not_found' });
  });

  it('takes answers until the deadline and the seconds on the way; the timer judges what ran out', async () => {
    const openId = await school.examinee();
    const { attemptId } = await school.tell(openId, 'startExam', course());
    const save = (turn: number) =>
      school.ask(openId, 'saveAnswer', {
        ...{ attemptId, place: 0, answer: { picks: [0], words: '' }, turn, requestId: freshRequest() },
      });
    passTime(10 * 60_000 + 5000);
    expect(await save(1)).toMatchObject({ ok: true, data: { millisLeft: 0 } });
    passTime(1);
    expect(await save(2)).toMatchObject({ code: 'attempt_over' });
    await school.sweep();
    const [attempt] = school.attempts(security());
    expect(attempt).toMatchObject({ state: 'judged', wakeAt: null, answers: { a0: { turn: 1 } } });
    expect(school.learning(personIdOf(openId), security())).toMatchObject({
      openAttempt: null,
      facts: { exams: [{ number: 1, at: attempt?.deadlineAt }] },
    });
  });

  it('that cannot be judged stops neither the others nor the rest of what the timer does', async () => {
    const broken = await school.examinee();
    await school.tell(broken, 'startExam', course());
    const [lost] = school.attempts(security());
    await school.stage.cloud.seed({
      identities: [],
      collections: { attempts: [{ ...lost, _id: 'x-lost.1', version: 999, startedAt: '2026-11-01T00:00:00.000Z' }] },
      files: [],
    });
    await school.ask('onboarding', 'enrol', {
      ...{ personIds: [personOf('林晓')], courseIds: [security()], dueOn: '2026-11-24', cause: 'assignment' },
      requestId: freshRequest(),
    });
    stopClock('2026-11-23T04:00:00.000Z');
    await school.sweep();
    expect(school.attempts(security()).map(({ state }) => state)).toEqual(['judged', 'judged']);
    expect(school.learning(personIdOf(broken), security()).facts.exams).toHaveLength(1);
    expect(school.toldTo(personOf('林晓'))).toContain('信息安全入门明天截止');
  });

  // A thousand at the same moment: `npm run measure -- exam`.
  const sitters = 64;

  it(`that ${sitters} sit at once keeps every submission, judges each once and tells of each pass once`, async () => {
    const openIds: string[] = [];
    for (let pupil = 0; pupil < sitters; pupil += 1) openIds.push(await school.examinee());
    const knows = (index: number) => index % 8 === 0;
    const sit = async (openId: string, index: number) => {
      const { attemptId } = await school.insist(openId, 'startExam', course());
      const { drawn = [] } = knows(index)
        ? (school.attempts(security()).find(({ _id }) => _id === attemptId) ?? {})
        : {};
      const answers = knows(index) ? drawn.map(rightAnswer) : [{ picks: [], words: openId }];
      for (const [place, answer] of answers.entries()) {
        await school.insist(openId, 'saveAnswer', { attemptId, place, answer, turn: 1, requestId: freshRequest() });
      }
      const requestId = freshRequest();
      const both = [1, 2].map(() => school.insist(openId, 'submitExam', { attemptId, requestId }));
      const [one, other] = await Promise.all(both);
      expect([one?.percent, other?.percent]).toEqual(knows(index) ? [100, 100] : [0, 0]);
    };
    await Promise.all(openIds.map(sit));
    for (let minutes = 0; minutes < 3; minutes += 1) await school.sweep();
    const kept = new Map(school.attempts(security()).map((attempt) => [attempt.personId, attempt]));
    expect(school.attempts(security())).toHaveLength(sitters);
    for (const [index, openId] of openIds.entries()) {
      const personId = personIdOf(openId);
      const percent = knows(index) ? 100 : 0;
      expect(kept.get(personId)).toMatchObject({ state: 'judged', wakeAt: null, percent });
      if (!knows(index)) expect(kept.get(personId)?.answers.a0?.words).toBe(openId);
      expect(school.learning(personId, security()).facts.exams).toMatchObject([{ number: 1, percent }]);
      expect(school.earned(personId)).toBe(knows(index) ? 20 : 0);
      const passes = school.toldTo(personId).filter((title) => title.startsWith('通关'));
      expect(passes).toHaveLength(knows(index) ? 1 : 0);
    }
  });
});
