import { seededArticleId } from '../../seeds/news-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { type Arrivals, openArrivals } from '../../test/arrivals';
import { freshRequest, stopClock } from '../../test/mall';

jest.setTimeout(60_000);
const [lin, gu] = ['林晓', '顾怀远'].map(personOf) as [string, string];
const myTask = '我的入职：有事等你做';

let arrivals: Arrivals;
beforeAll(async () => {
  stopClock('2026-11-23T02:00:00.000Z');
  arrivals = await openArrivals(new Date());
});
beforeEach(() => stopClock('2026-11-23T02:00:00.000Z'));
afterAll(() => arrivals.close());

const stateOf = (runId: string, key: string) =>
  arrivals.run(runId).activities.find((activity) => activity.key === key)?.state;

const readTemplate = async () => {
  const { items } = await arrivals.tell('周岚', 'listTemplates', {});
  const found = items.find(({ name }) => name === '研发部入职');
  if (!found) throw new Error('the template is gone');
  const { _id: templateId, version: seenVersion, mayChange: _, ...terms } = found;
  return { templateId, seenVersion, ...terms, requestId: freshRequest() };
};

describe('the first month', () => {
  it('begins at midnight in Shanghai, with a welcome to the newcomer and word to buddy and manager', async () => {
    const { runId, personId } = await arrivals.arrive({ name: '江一帆' });
    stopClock('2026-11-30T15:59:00.000Z');
    await arrivals.minute();
    expect(arrivals.run(runId).state).toBe('pending');
    stopClock('2026-11-30T16:00:00.000Z');
    await arrivals.minute();
    await arrivals.sweep();
    expect(arrivals.run(runId).state).toBe('inProcess');
    expect(arrivals.toldTo(personId)).toEqual(expect.arrayContaining(['欢迎加入，江一帆！', myTask]));
    expect(arrivals.toldTo(lin)).toContain('江一帆今天入职');
    expect(arrivals.toldTo(gu)).toContain('江一帆今天入职');
  });

  it('reminds the buddy first, then the manager too, then HR too', async () => {
    await arrivals.arrive({ name: '江一帆' });
    const reminded = (day: number) =>
      [lin, gu, personOf('周岚')].map((personId) =>
        arrivals.toldTo(personId).some((title) => title.startsWith(`江一帆入职第 ${day} 天`)),
      );
    for (const [moment, day, expected] of [
      ['2026-12-08T01:00:00.000Z', 7, [true, false, false]],
      ['2026-12-15T01:00:00.000Z', 14, [true, true, false]],
      ['2026-12-22T01:00:00.000Z', 21, [true, true, true]],
    ] as const) {
      stopClock(moment);
      await arrivals.sweep();
      expect({ day, told: reminded(day) }).toEqual({ day, told: expected });
    }
  });

  it('asks the manager at once where the buddy has left since, and says nothing to who left', async () => {
    const wang = personOf('王磊');
    const { personId } = await arrivals.hire({ name: '施雨', dateOfJoining: '2026-12-07' });
    const starts = [{ personId, buddyId: wang }];
    await arrivals.tell('周岚', 'startRuns', { starts, requestId: freshRequest() });
    stopClock('2026-12-14T01:00:00.000Z');
    await arrivals.sweep();
    const heard = (one: string) => arrivals.toldTo(one).some((title) => title.startsWith('施雨入职第 7 天'));
    expect([wang, gu, personOf('周岚')].map(heard)).toEqual([false, true, false]);
  });

  it('ends with three answers, once, and the manager’s reply; then all is complete', async () => {
    const { runId, openId, personId } = await arrivals.arrive();
    const answer = { marks: [5, 4, 5], words: '很顺', requestId: freshRequest() };
    stopClock('2026-12-28T15:50:00.000Z');
    await arrivals.sweep();
    const early = { ...answer, requestId: freshRequest() };
    expect(await arrivals.ask(openId, 'answerCheck', early)).toMatchObject({ code: 'check_not_open' });
    stopClock('2026-12-29T01:00:00.000Z');
    await arrivals.sweep();
    expect(arrivals.toldTo(personId)).toContain('入职快满月了，聊三个问题');
    await arrivals.tell(openId, 'answerCheck', answer);
    expect(await arrivals.ask(openId, 'answerCheck', { ...answer, requestId: freshRequest() })).toMatchObject({
      code: 'check_answered',
    });
    expect(arrivals.toldTo(gu)).toContain(`${arrivals.run(runId).name}填了三十天回访`);
    const reply = { runId, words: '继续这样', requestId: freshRequest() };
    expect(await arrivals.ask('林晓', 'replyCheck', reply)).toMatchObject({ code: 'run_not_found' });
    await arrivals.tell('顾怀远', 'replyCheck', reply);
    expect(arrivals.run(runId).state).toBe('inProcess');
    const open = arrivals.run(runId).activities.filter(({ state }) => state === 'todo');
    for (let round = 0; round < 3; round += 1) {
      for (const { key } of open) await arrivals.mark('周岚', runId, key, 'notApplicable', '这次不需要');
    }
    expect(arrivals.run(runId)).toMatchObject({ state: 'completed', openOwnerIds: [], wakeAt: null });
  });

  it('moves with the first day: what is open gets new days, what was closed keeps its own', async () => {
    const { runId, employmentId } = await arrivals.arrive();
    await arrivals.mark('赵启明', runId, 'account');
    const before = arrivals.run(runId);
    const moved = {
      employmentId,
      dateOfJoining: '2026-12-08',
      at: new Date().toISOString(),
      requestId: freshRequest(),
    };
    await arrivals.ask('people', 'takeStartMoved', moved);
    const after = arrivals.run(runId);
    const dueOn = (run: typeof before, key: string) => run.activities.find((one) => one.key === key)?.dueOn;
    expect(after.startsOn).toBe('2026-12-08');
    expect(dueOn(after, 'account')).toBe(dueOn(before, 'account'));
    expect([dueOn(before, 'contract'), dueOn(after, 'contract')]).toEqual(['2026-12-02', '2026-12-09']);
  });
});

it('我的入职 with papers and 认识我 costs one request beyond the identity, and one that training answers', async () => {
  const { openId } = await arrivals.arrive();
  const bank = { kind: 'bankAccount', fileId: null, typed: '6222021200012347' } as const;
  await arrivals.tell(openId, 'handInPaper', { ...bank, requestId: freshRequest() });
  const card = { intro: '喜欢往田里跑', likes: '', askMe: '' };
  await arrivals.tell(openId, 'writeCard', { ...card, requestId: freshRequest() });
  const { result, dbRequests, examined } = await arrivals.stage.counted(() => arrivals.tell(openId, 'readMyRun', {}));
  expect(result).toMatchObject({ run: { state: 'pending' }, papers: [{ ending: '2347' }], card });
  expect(dbRequests).toBe(3);
  // Identity, run, paper, card, and the one course of the template.
  expect(examined).toBeLessThanOrEqual(5);
});

describe('a template', () => {
  it('that changes touches no run until it is applied again, and then only adds', async () => {
    const { runId } = await arrivals.arrive();
    await arrivals.mark('赵启明', runId, 'account');
    const template = await readTemplate();
    const [first, ...others] = template.activities;
    if (!first) throw new Error('the template is empty');
    const added = { ...first, key: 'badge', title: '拍工牌照', kind: 'tick' as const, paper: null };
    await arrivals.tell('周岚', 'saveTemplate', { ...template, activities: [...others, added] });
    const before = arrivals.run(runId);
    expect(before.activities.map(({ key }) => key)).not.toContain('badge');
    const { added: count } = await arrivals.tell('周岚', 'reapplyTemplate', { runId, requestId: freshRequest() });
    expect(count).toBe(1);
    expect(arrivals.run(runId).activities.slice(0, -1)).toEqual(before.activities);
    expect(arrivals.run(runId).activities.at(-1)).toMatchObject({ key: 'badge', state: 'todo' });
  });

  it('asks for courses that those whom it is for may take, and keeps the one that stood there', async () => {
    const template = await readTemplate();
    const [first] = template.activities;
    if (!first) throw new Error('the template is empty');
    const learn = (courseId: string) => ({
      ...{
        ...first,
        key: 'learn',
        title: '学安全',
        kind: 'course' as const,
        paper: null,
        courseId,
        owner: 'newHire' as const,
        dependsOn: [],
      },
    });
    const lost = { ...template, activities: [...template.activities, learn('c-nothing')] };
    expect(await arrivals.ask('周岚', 'saveTemplate', lost)).toMatchObject({ code: 'course_not_found' });
    const found = {
      ...template,
      activities: [...template.activities, learn(seededCourseId('safety'))],
      requestId: freshRequest(),
    };
    const saved = await arrivals.tell('周岚', 'saveTemplate', found);
    expect(saved.activities.at(-1)).toMatchObject({ courseId: seededCourseId('safety') });
    const { runId, personId } = await arrivals.arrive();
    const enrolled = arrivals.documents<{ personId: string; courseId: string }>('learnings');
    expect(enrolled.filter((one) => one.personId === personId).map(({ courseId }) => courseId)).toContain(
      seededCourseId('safety'),
    );
    expect(arrivals.run(runId).courseIds).toEqual([]);
  });

  it('that somebody else changed meanwhile is not overwritten', async () => {
    const [mine, theirs] = [await readTemplate(), await readTemplate()];
    await arrivals.tell('周岚', 'saveTemplate', { ...theirs, welcome: '欢迎' });
    expect(await arrivals.ask('周岚', 'saveTemplate', { ...mine, welcome: '你好' })).toMatchObject({
      code: 'template_changed',
    });
  });
});

describe('somebody who returns', () => {
  const comeBack = async () => {
    const { personId } = await arrivals.hire({
      ...{ name: '孙倩', employeeNumber: 'YS-0027', departmentName: '市场部', isReturn: true },
      managerPersonId: personOf('陈一诺'),
    });
    const starts = [{ personId, buddyId: lin }];
    const { items } = await arrivals.tell('周岚', 'startRuns', { starts, requestId: freshRequest() });
    return { personId, runId: items[0]?.runId ?? '' };
  };
  let returned: Awaited<ReturnType<typeof comeBack>>;
  beforeAll(async () => {
    returned = await comeBack();
  });

  it('skips what is still valid, and sees where they were', async () => {
    expect(stateOf(returned.runId, 'id-card')).toBe('notApplicable');
    expect(stateOf(returned.runId, 'bank-account')).toBe('todo');
    const { run } = await arrivals.tell('孙倩', 'readMyRun', {});
    expect(run).toMatchObject({
      stint: 2,
      sinceLeft: { fromDepartment: '市场部', skipped: ['交身份证照片', '交学历证明', '学完「认识云杉」'] },
    });
  });

  it('sees the course that was renewed and the rules that came meanwhile, in two requests more', async () => {
    const { result, dbRequests } = await arrivals.stage.counted(() => arrivals.tell('孙倩', 'readMyRun', {}));
    expect(result.changes).toMatchObject({
      activities: null,
      courses: [{ courseId: seededCourseId('culture'), title: '认识云杉' }],
      articles: [{ articleId: seededArticleId('flexible') }],
    });
    const other = await arrivals.stage.counted(() => arrivals.tell('何雨桐', 'readMyRun', {}));
    expect(other.result.changes).toBeNull();
    expect({ returning: dbRequests, others: other.dbRequests }).toEqual({ returning: 5, others: 3 });
  });

  it('sees which activities nobody had when they came before', async () => {
    const { personId, employmentId, openId } = await arrivals.arrive({ name: '江一帆', employeeNumber: 'NEW-AGAIN' });
    stopClock('2027-03-01T02:00:00.000Z');
    await arrivals.end(employmentId, '2027-02-26');
    const template = await readTemplate();
    const [first, ...others] = template.activities;
    if (!first) throw new Error('the template is empty');
    const renamed = { ...first, title: `${first.title}（新）` };
    const added = { ...first, key: 'visit-farm', title: '去一次客户的温室', kind: 'tick' as const, paper: null };
    await arrivals.tell('周岚', 'saveTemplate', { ...template, activities: [renamed, ...others, added] });
    await arrivals.hire({ name: '江一帆', employeeNumber: 'NEW-AGAIN', dateOfJoining: '2027-03-08', isReturn: true });
    const starts = [{ personId, buddyId: lin }];
    await arrivals.tell('周岚', 'startRuns', { starts, requestId: freshRequest() });
    const { changes } = await arrivals.tell(openId, 'readMyRun', {});
    expect(changes).toMatchObject({ activities: ['去一次客户的温室'], courses: [] });
  });
});

describe('what has to be learnt in the first month', () => {
  const given = (personId: string, course: 'points' | 'culture', dueOn: string | null) =>
    arrivals.give(personId, seededCourseId(course), dueOn);

  it('is also what was given beside the template, until the month is over; not what has no day', async () => {
    const { personId, openId, runId } = await arrivals.arrive();
    await given(personId, 'points', null);
    const read = async () => (await arrivals.tell(openId, 'readMyRun', {})).required;
    expect(await read()).toEqual([]);
    await given(personId, 'points', '2026-12-31');
    expect(await read()).toMatchObject([{ title: '积分与感恩', dueOn: '2026-12-31', state: 'assigned' }]);
    await given(personId, 'points', '2027-01-01');
    expect(await read()).toEqual([]);
    await given(personId, 'culture', '2026-12-20');
    expect(await read()).toEqual([]);
    await given(personId, 'points', '2026-12-30');
    for (const [name, courses] of [
      ['周岚', 1],
      ['顾怀远', 1],
      ['林晓', 0],
      ['赵启明', 0],
    ] as const) {
      const { required } = await arrivals.tell(name, 'readRun', { runId });
      expect({ name, courses: required?.length }).toEqual({ name, courses });
    }
  });
});
