import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, rightAnswer, type School, security } from '../../test/school';

jest.setTimeout(60_000);
for (const level of ['error', 'log'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

let school: School;
beforeAll(async () => {
  stopClock('2026-11-22T04:00:00.000Z');
  school = await openSchool(new Date());
});
afterAll(() => school.close());

const figures = (name: string) => school.tell(name, 'readCourseFigures', { courseId: security() });

/** Sits the exam with so many wrong answers. */
async function sit(openId: string, wrong: number) {
  const { attemptId } = await school.tell(openId, 'startExam', { courseId: security(), requestId: freshRequest() });
  const { drawn = [] } = school.attempts(security()).find(({ _id }) => _id === attemptId) ?? {};
  for (const [place, question] of drawn.entries()) {
    const answer = place < wrong ? { picks: [], words: '不知道' } : rightAnswer(question);
    await school.tell(openId, 'saveAnswer', { attemptId, place, answer, turn: 1, requestId: freshRequest() });
  }
  await school.tell(openId, 'submitExam', { attemptId, requestId: freshRequest() });
}

describe('the figures of a course', () => {
  it('count first attempts only, from five on, and never say who', async () => {
    const openIds: string[] = [];
    for (let count = 0; count < 5; count += 1) openIds.push(await school.examinee());
    const [first = ''] = openIds;
    for (const openId of openIds.slice(0, 4)) await sit(openId, openId === first ? 5 : 0);
    expect(await figures('周岚')).toMatchObject({ exam: null, questions: [] });
    await sit(first, 0);
    expect(await figures('周岚')).toMatchObject({ exam: null });
    await sit(openIds[4] ?? '', 0);
    const shown = await figures('周岚');
    expect(shown.exam).toEqual({ sat: 5, passedPercent: 80, averagePercent: 80 });
    for (let count = 0; count < 5; count += 1) await sit(await school.examinee(), 0);
    const more = await figures('周岚');
    expect(more.questions.length).toBeGreaterThan(1);
    for (const { asked } of more.questions) expect(asked).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(more)).not.toMatch(/personId|学员|p-pupil/);
  });

  it('agree with the list of learners, and say where those under way stand', async () => {
    for (let count = 0; count < 5; count += 1) await school.examinee();
    const { completion, stops } = await figures('周岚');
    const { items } = await school.tell('周岚', 'listLearners', { courseId: security(), state: null, limit: 50 });
    const of = (state: string) => items.filter((line) => line.state === state).length;
    expect(completion).toEqual({
      ...{ learners: items.length, assigned: of('assigned'), learning: of('learning'), passed: of('passed') },
    });
    expect(stops?.places.reduce((sum, { learners }) => sum + learners, 0)).toBe(stops?.learners);
    expect(stops?.learners).toBeGreaterThanOrEqual(5);
  });

  it('are a file too, without a name; of a small group it has headings alone', async () => {
    const { csv } = await school.tell('周岚', 'exportCourseFigures', { courseId: security() });
    const { completion } = await figures('周岚');
    expect(csv).toContain(`完成情况,已通过,${completion?.passed},`);
    expect(csv).not.toMatch(/学员\d|p-pupil|马会敏|周岚/);
    const small = await school.tell('李蓉', 'exportCourseFigures', { courseId: security() });
    expect(small.csv).toBe('\ufeff统计,项目,人数,百分比,区分度,平均');
  });

  it('show HR of a branch nothing of a branch with fewer than five learners', async () => {
    expect(await figures('李蓉')).toMatchObject({ completion: null, stops: null, exam: null, questions: [] });
  });
});

describe('feedback on a course', () => {
  const said = { useful: 4, clear: 5, words: '例子很实用' };
  const give = (as: string, more: object = {}) =>
    school.ask(as, 'giveCourseFeedback', { ...said, ...more, courseId: security(), requestId: freshRequest() });

  it('is of those who passed alone, one each that they may change, and shown without a name', async () => {
    expect(await give(await school.examinee())).toMatchObject({ code: 'course_not_passed' });
    // The story has five: 周岚, 李蓉, 顾怀远, 陈一诺 and 唐思远.
    expect((await figures('周岚')).feedback).toMatchObject({ answers: 5, usefulAverage: 4.6, clearAverage: 4.4 });
    for (const name of ['李蓉', '顾怀远', '陈一诺']) expect(await give(name)).toMatchObject({ ok: true, data: said });
    expect(await give('周岚', { useful: 1, words: '' })).toMatchObject({ ok: true });
    expect(await give('唐思远', { useful: 2, words: '太长了' })).toMatchObject({ ok: true });
    const { result, dbRequests } = await school.stage.counted(() => figures('周岚'));
    expect(result.feedback).toEqual({
      ...{ answers: 5, usefulAverage: 3, clearAverage: 5 },
      words: ['例子很实用', '例子很实用', '例子很实用', '太长了'],
    });
    expect(dbRequests).toBe(10);
    expect((await figures('李蓉')).feedback).toBeNull();
    const { feedback } = await school.tell('周岚', 'readCourse', { courseId: security() });
    expect(feedback).toEqual({ useful: 1, clear: 5, words: '' });
    school.judged('risky');
    expect(await give('李蓉', { words: '骂人的话' })).toMatchObject({ code: 'text_refused' });
  });
});

describe('who has left', () => {
  const given = (names: string[], course: 'safety' | 'points', dueOn: string | null) =>
    school.ask('onboarding', 'enrol', {
      ...{ personIds: names.map(personOf), courseIds: [seededCourseId(course)], dueOn, cause: 'assignment' },
      requestId: freshRequest(),
    });

  it('gets no course, and is in no count, goal or list from the next walk on; who is about to come is', async () => {
    const safety = seededCourseId('safety');
    await given(['王磊', '林晓', '顾怀远', '何雨桐'], 'safety', '2026-12-31');
    const counted = async () => {
      const { items } = await school.tell('周岚', 'listLearners', { courseId: safety, state: null, limit: 50 });
      const { completion } = await school.tell('周岚', 'readCourseFigures', { courseId: safety });
      const { goal } = await school.tell('林晓', 'readSharedGoal', { courseId: safety });
      return { listed: items.length, learners: completion?.learners, goal: goal?.of, all: items };
    };
    expect(await counted()).toMatchObject({ listed: 5, learners: 5, goal: 5 });
    // The day after the last day of 王磊.
    stopClock('2026-12-10T16:01:00.000Z');
    await school.sweep();
    await school.sweep();
    const after = await counted();
    expect(after).toMatchObject({ listed: 4, learners: undefined, goal: undefined });
    expect(after.all.map(({ personId }) => personId)).toContain(personOf('何雨桐'));
    expect(school.learning(personOf('王磊'), safety)).toMatchObject({ isGone: true, remindOn: null });
    await given(['王磊', '林晓'], 'points', null);
    expect(() => school.learning(personOf('王磊'), seededCourseId('points'))).toThrow();
  });
});
