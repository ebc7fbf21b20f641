import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, rightAnswer, type School, security } from '../../test/school';

// The door logs every request that the line swallowed; that is what this file is about.
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
jest.setTimeout(120_000);

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

it('an attempt begun, killed at any request, is one attempt that its owner goes on with', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const openId = await school.examinee();
    const input = course();
    await cut(() => school.ask(openId, 'startExam', input));
    expect(await school.ask(openId, 'startExam', input)).toMatchObject({ data: { number: 1, state: 'open' } });
    expect(school.attempts(security())).toHaveLength(1);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('an exam handed in, killed at any request, is judged once, and everybody hears of it once', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const openId = await school.examinee();
    const personId = openId.replace('o-', 'p-');
    const { attemptId } = await school.tell(openId, 'startExam', course());
    const [attempt] = school.attempts(security());
    for (const [place, question] of (attempt?.drawn ?? []).entries()) {
      const answer = rightAnswer(question);
      await school.tell(openId, 'saveAnswer', { attemptId, place, answer, turn: 1, requestId: freshRequest() });
    }
    await cut(() => school.ask(openId, 'submitExam', { attemptId, requestId: freshRequest() }));
    for (let minutes = 0; minutes < 7; minutes += 1) await school.sweep();
    expect(school.attempts(security())).toMatchObject([{ state: 'judged', percent: 100, wakeAt: null }]);
    expect(school.learning(personId, security())).toMatchObject({ state: 'passed', toTell: [], openAttempt: null });
    expect(school.learning(personId, security()).facts.exams).toHaveLength(1);
    expect(school.earned(personId)).toBe(20);
    expect(school.toldTo(personId).filter((title) => title.startsWith('通关'))).toHaveLength(1);
  });
  expect(cuts).toBeGreaterThan(20);
});

it('a quiz passed, killed at any request, earns its points once', async () => {
  let learners = 0;
  const cuts = await killedEverywhere(async (cut) => {
    learners += 1;
    const [openId, personId] = [`o-quiz${learners}`, `p-quiz${learners}`];
    await school.stage.seat({ _id: openId, personId, name: '学员' });
    await school.tell(openId, 'startCourse', course());
    const answers = ['', '12'].map((words) => ({ picks: [], words }));
    const input = { ...course(), lessonId: 'try', answers };
    await cut(() => school.ask(openId, 'answerQuiz', input));
    expect(await school.ask(openId, 'answerQuiz', input)).toMatchObject({ data: { isPassed: true } });
    for (let minutes = 0; minutes < 2; minutes += 1) await school.sweep();
    expect(school.learning(personId, security())).toMatchObject({ toTell: [], wakeAt: null });
    expect(school.earned(personId)).toBe(5);
  });
  expect(cuts).toBeGreaterThan(5);
});

it('courses given to somebody, killed at any request, are there once when they are given again', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const openId = await school.examinee();
    const personId = openId.replace('o-', 'p-');
    const courseIds = [seededCourseId('culture'), seededCourseId('points')];
    const input = { personIds: [personId], courseIds, dueOn: '2026-12-20', cause: 'run', requestId: freshRequest() };
    await cut(() => school.ask('onboarding', 'enrol', input));
    expect(await school.ask('onboarding', 'enrol', input)).toMatchObject({ ok: true });
    for (let minutes = 0; minutes < 2; minutes += 1) await school.sweep();
    for (const courseId of courseIds) {
      expect(school.learning(personId, courseId)).toMatchObject({ dueOn: '2026-12-20', toTell: [], wakeAt: null });
    }
    expect(school.toldTo(personId).filter((title) => title.startsWith('学习：'))).toHaveLength(2);
  });
  expect(cuts).toBeGreaterThan(10);
});

it('a version, killed at any request, is out whole or not at all, and publishing again brings it out', async () => {
  const cuts = await killedEverywhere(async (cut) => {
    const { draftVersion } = await school.tell('周岚', 'readDraft', { courseId: security() });
    const on = { courseId: security(), draftVersion, requestId: freshRequest() };
    const draft = await school.tell('周岚', 'removeQuestion', { ...on, questionId: 'q8' });
    const input = { ...on, draftVersion: draft.draftVersion, requestId: freshRequest() };
    await cut(() => school.ask('周岚', 'publishCourse', input));
    const openId = await school.examinee();
    expect(await school.ask(openId, 'startExam', course())).toMatchObject({ ok: true });
    expect(await school.ask('周岚', 'publishCourse', input)).toMatchObject({ data: { isAhead: false } });
    const seen = await school.tell('林晓', 'startCourse', course());
    const [lesson] = seen.chapters[0]?.lessons ?? [];
    const opened = await school.ask('林晓', 'openLesson', { ...course(), lessonId: lesson?.lessonId ?? '' });
    expect(opened).toMatchObject({ ok: true });
  });
  expect(cuts).toBeGreaterThan(9);
});

it('a course taken back, killed at any request, is off the list, and its learner hears why once', async () => {
  const courseId = seededCourseId('points');
  const audience = { kind: 'persons' as const, personIds: [personOf('顾怀远')] };
  const asked = { courseIds: [courseId], audience, dueOn: '2026-12-20', requestId: freshRequest() };
  await school.tell('周岚', 'assignTraining', asked);
  await school.sweep();
  const cuts = await killedEverywhere(async (cut) => {
    const input = { personId: personOf('顾怀远'), courseId, reason: '上周学过。', requestId: freshRequest() };
    await cut(() => school.ask('周岚', 'takeBackTraining', input));
    expect(await school.ask('周岚', 'takeBackTraining', input)).toMatchObject({ ok: true });
    for (let minutes = 0; minutes < 2; minutes += 1) await school.sweep();
    expect(school.learning(personOf('顾怀远'), courseId)).toMatchObject({ state: 'takenBack', toTell: [] });
    const heard = school.toldTo(personOf('顾怀远')).filter((title) => title.includes('积分与感恩'));
    expect(heard).toEqual(['收回指派：积分与感恩']);
  });
  expect(cuts).toBeGreaterThan(5);
});
