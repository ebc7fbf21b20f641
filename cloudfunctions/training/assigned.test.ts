import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import type { AssignedStanding } from '../../shared/training/assignment';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';
import type { StoredAssignment } from './documents';

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

/** As another context asks for it. */
const given = (personIds: string[], courseIds: string[], dueOn: string | null, cause = 'assignment') =>
  school.ask('onboarding', 'enrol', { personIds, courseIds, dueOn, cause, requestId: freshRequest() });

describe('a course that somebody has to take', () => {
  const enrol = (dueOn: string | null, cause: string) =>
    given([personOf('何雨桐')], [seededCourseId('safety')], dueOn, cause);
  const mine = () => school.learning(personOf('何雨桐'), seededCourseId('safety'));

  it('comes once, with the earliest day of all who ask for it, before the first day as well', async () => {
    expect(await enrol('2026-12-20', 'onboarding')).toMatchObject({ ok: true });
    expect(await enrol('2026-12-20', 'onboarding')).toMatchObject({ ok: true });
    await enrol('2026-12-10', 'assignment');
    expect(mine()).toMatchObject({ dueOn: '2026-12-10', state: 'assigned', toTell: [] });
    await enrol(null, 'assignment');
    expect(mine()).toMatchObject({ dueOn: '2026-12-20', remindOn: '2026-12-13' });
    expect(school.toldTo(personOf('何雨桐')).filter((title) => title === '学习：办公与现场安全')).toHaveLength(1);
    const { data } = (await school.ask('onboarding', 'readStanding', {
      ...{ personIds: [personOf('何雨桐')], courseIds: [seededCourseId('safety'), security()] },
    })) as { data?: unknown };
    expect(data).toMatchObject({ items: [{ state: 'assigned', dueOn: '2026-12-20' }, { courseId: security() }] });
  });

  it('reminds its learner, and when the day is over the manager, each once', async () => {
    await given([personOf('林晓')], [security()], '2026-11-29');
    stopClock('2026-11-28T01:00:00.000Z');
    await school.sweep();
    await school.sweep();
    const said = (name: string, word: string) =>
      school.toldTo(personOf(name)).filter((title) => title.includes(word)).length;
    expect(said('林晓', '明天截止')).toBe(1);
    stopClock('2026-11-30T00:57:00.000Z');
    await school.sweep();
    expect(said('顾怀远', '帮一把：林晓')).toBe(0);
    await school.sweep();
    expect(said('顾怀远', '帮一把：林晓')).toBe(1);
    const { items } = await school.tell('顾怀远', 'listEntrusted', {});
    expect(items.map(({ name }) => name)).toContain('林晓');
  });

  /** 许知夏 came three days ago; 林晓 is the buddy, 顾怀远 the manager. */
  const withBuddy = async () => {
    const taken = { personIds: [personOf('许知夏')], courseIds: [seededCourseId('points')], dueOn: '2026-11-29' };
    await school.ask('onboarding', 'enrol', { ...taken, cause: 'assignment', requestId: freshRequest() });
  };
  const askedFor = (name: string, helper: string) =>
    school.toldTo(personOf(helper)).filter((title) => title === `帮一把：${name}`).length;

  it('asks the buddy on the day after and the manager on the third, each once', async () => {
    await withBuddy();
    for (const [day, buddy, manager] of [
      ['2026-11-29', 0, 0],
      ['2026-11-30', 1, 0],
      ['2026-12-01', 1, 0],
      ['2026-12-02', 1, 1],
      ['2026-12-09', 1, 1],
    ] as const) {
      stopClock(`${day}T01:00:00.000Z`);
      await school.sweep();
      await school.sweep();
      expect([day, askedFor('许知夏', '林晓'), askedFor('许知夏', '顾怀远')]).toEqual([day, buddy, manager]);
    }
    const { items } = await school.tell('顾怀远', 'listEntrusted', {});
    expect(items.map(({ name }) => name)).toContain('许知夏');
  });

  it('asks a manager where there is no buddy at once, and not a second time', async () => {
    await given([personOf('林晓')], [security()], '2026-11-29');
    for (const day of ['2026-11-30', '2026-12-02']) {
      stopClock(`${day}T01:00:00.000Z`);
      await school.sweep();
      await school.sweep();
    }
    expect(askedFor('林晓', '顾怀远')).toBe(1);
  });

  it('is not heard of by who has left, nor by whoever would help them', async () => {
    const due = { courseIds: [seededCourseId('points')], dueOn: '2026-12-15', cause: 'assignment' };
    await school.ask('onboarding', 'enrol', { ...due, personIds: [personOf('王磊')], requestId: freshRequest() });
    await school.ask('onboarding', 'enrol', {
      ...{ ...due, dueOn: '2026-12-08', courseIds: [security()] },
      ...{ personIds: [personOf('王磊')], requestId: freshRequest() },
    });
    stopClock('2026-12-09T01:00:00.000Z');
    await school.sweep();
    expect(askedFor('王磊', '顾怀远')).toBe(1);
    // His last day was the 10th.
    const heard = school.toldTo(personOf('王磊'));
    stopClock('2026-12-16T01:00:00.000Z');
    const listed = await school.tell('顾怀远', 'listEntrusted', {});
    expect(listed.items.map(({ name }) => name)).not.toContain('王磊');
    await school.sweep();
    expect(askedFor('王磊', '顾怀远')).toBe(1);
    expect(school.toldTo(personOf('王磊'))).toEqual(heard);
    expect(school.learning(personOf('王磊'), seededCourseId('points')).remindOn).toBeNull();
  });

  it('is in the list of who was asked to help along however short its pages are', async () => {
    const asked = ['culture', 'points', 'safety'] as const;
    await school.ask('onboarding', 'enrol', {
      ...{
        personIds: [personOf('王磊')],
        courseIds: asked.map(seededCourseId),
        dueOn: '2026-11-29',
        cause: 'together',
      },
      requestId: freshRequest(),
    });
    stopClock('2026-11-30T01:00:00.000Z');
    await school.sweep();
    const listed: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await school.tell('顾怀远', 'listEntrusted', { limit: 1, ...(cursor ? { cursor } : {}) });
      listed.push(...page.items.flatMap(({ name, courseId }) => (name === '王磊' ? [courseId] : [])));
      cursor = page.next;
    }
    expect(listed.sort()).toEqual(asked.map(seededCourseId).sort());
  });

  it('reminds anew when the day is another one', async () => {
    const wantedBy = (dueOn: string) => given([personOf('林晓')], [security()], dueOn);
    const said = () => school.toldTo(personOf('林晓')).filter((title) => title === '信息安全入门明天截止').length;
    await wantedBy('2026-11-28');
    stopClock('2026-11-27T01:00:00.000Z');
    await school.sweep();
    expect(said()).toBe(1);
    await wantedBy('2026-11-30');
    stopClock('2026-11-29T01:00:00.000Z');
    await school.sweep();
    expect(said()).toBe(2);
  });

  it('asks nobody to help themselves: without a manager the learner hears that the day is over', async () => {
    const openId = await school.examinee();
    const personId = openId.replace('o-', 'p-');
    await given([personId], [security()], '2026-11-29');
    stopClock('2026-11-30T01:00:00.000Z');
    await school.sweep();
    const titles = school.toldTo(personId);
    expect(titles).toContain('信息安全入门已过截止日');
    expect(titles.filter((title) => title.startsWith('帮一把'))).toEqual([]);
  });

  it('assigned to a department reaches everybody in it, once, and HR of a branch only their branch', async () => {
    const input = {
      ...{ courseIds: [seededCourseId('points')], dueOn: '2026-12-31' },
      audience: { kind: 'department' as const, departmentName: '研发部' },
    };
    await school.tell('周岚', 'assignTraining', { ...input, requestId: freshRequest() });
    await school.sweep();
    await school.sweep();
    const { items } = await school.tell('周岚', 'listAssignments', {});
    expect(items[0]).toMatchObject({ isWalking: false, reached: 4 });
    // Who has left by then is not meant any more, whatever the record's word says.
    stopClock('2026-12-20T04:00:00.000Z');
    const late = { ...input, courseIds: [seededCourseId('safety')], requestId: freshRequest() };
    await school.tell('周岚', 'assignTraining', late);
    await school.sweep();
    expect((await school.tell('周岚', 'listAssignments', {})).items[0]).toMatchObject({ reached: 3 });
    expect(() => school.learning(personOf('王磊'), seededCourseId('safety'))).toThrow();
    stopClock(noon);
    expect(school.learning(personOf('顾怀远'), seededCourseId('points'))).toMatchObject({ dueOn: '2026-12-31' });
    const everybody = { ...input, audience: { kind: 'everybody' as const }, requestId: freshRequest() };
    expect(await school.ask('李蓉', 'assignTraining', everybody)).toMatchObject({ code: 'branch_out_of_reach' });
    const past = { ...input, dueOn: '2026-11-21', requestId: freshRequest() };
    expect(await school.ask('周岚', 'assignTraining', past)).toMatchObject({ code: 'assignment_due_past' });
  });
});

describe('what was assigned', () => {
  const names = async (standing: AssignedStanding, as = '周岚', courseId: string | null = security()) => {
    const listed: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { standing, courseId, limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await school.tell(as, 'listAssigned', asked);
      listed.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    }
    return listed;
  };
  it('is late from the day after, done once passed, and open otherwise; each is in one list', async () => {
    expect(await names('late')).toEqual(['钱惠']);
    expect((await names('done')).sort()).toEqual(['周岚', '唐思远', '李蓉', '陈一诺', '顾怀远'].sort());
    expect(await names('open')).toContain('林晓');
    const open = { standing: 'open', courseId: null } as const;
    const { dbRequests } = await school.stage.counted(() => school.tell('周岚', 'listAssigned', open));
    expect(dbRequests).toBe(2);
    stopClock('2026-12-01T15:59:00.000Z');
    expect(await names('late')).not.toContain('林晓');
    stopClock('2026-12-01T16:00:00.000Z');
    expect(await names('late')).toContain('林晓');
    expect(await names('open')).not.toContain('林晓');
    expect(await names('late', '周岚', seededCourseId('culture'))).not.toContain('林晓');
  });

  const assign = (names: string[], dueOn: string | null = '2026-12-05') =>
    school.tell('周岚', 'assignTraining', {
      ...{ courseIds: [seededCourseId('points')], dueOn, requestId: freshRequest() },
      audience: { kind: 'persons', personIds: names.map(personOf) },
    });
  const points = (name: string) => school.learning(personOf(name), seededCourseId('points'));
  const tasks = (name: string) => school.toldTo(personOf(name)).filter((title) => title === '学习：积分与感恩').length;

  it('is taken back from one person once, with the reason, and no walk brings it back', async () => {
    await school.tell('周岚', 'assignTraining', {
      ...{ courseIds: [seededCourseId('points')], dueOn: '2026-12-05', requestId: freshRequest() },
      audience: { kind: 'department', departmentName: '研发部' },
    });
    await school.sweep();
    expect(points('顾怀远')).toMatchObject({ state: 'assigned', dueOn: '2026-12-05' });
    const input = { personId: personOf('顾怀远'), courseId: seededCourseId('points'), reason: '上周在总部学过。' };
    const requestId = freshRequest();
    expect(await school.ask('李蓉', 'takeBackTraining', { ...input, requestId: freshRequest() })).toMatchObject({
      code: 'assignment_not_found',
    });
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await school.ask('周岚', 'takeBackTraining', { ...input, requestId })).toMatchObject({ ok: true });
    }
    expect(points('顾怀远')).toMatchObject({ state: 'takenBack', dueOn: null, remindOn: null, toTell: [], causes: [] });
    const heard = school.toldTo(personOf('顾怀远'));
    expect(heard.filter((title) => title.startsWith('收回指派：'))).toHaveLength(1);
    expect(tasks('顾怀远')).toBe(0);
    const has = async () => (await school.tell('顾怀远', 'readGrowth', {})).courses.map(({ courseId }) => courseId);
    expect(await has()).not.toContain(seededCourseId('points'));
    stopClock('2026-11-23T04:00:00.000Z');
    await school.sweep();
    await school.sweep();
    expect(points('顾怀远')).toMatchObject({ state: 'takenBack', causes: [] });
    await school.tell('顾怀远', 'startCourse', { courseId: seededCourseId('points'), requestId: freshRequest() });
    expect(await has()).toContain(seededCourseId('points'));
  });

  it('leaves what others ask for, and what is passed', async () => {
    await given([personOf('王磊')], [seededCourseId('points')], '2026-12-09', 'run');
    const input = { courseId: seededCourseId('points'), reason: '上周在总部学过。' };
    const back = (name: string, courseId = input.courseId) =>
      school.ask('周岚', 'takeBackTraining', {
        ...{ ...input, courseId, personId: personOf(name), requestId: freshRequest() },
      });
    expect(await back('王磊')).toMatchObject({ code: 'assignment_not_found' });
    await assign(['王磊']);
    await school.sweep();
    expect(points('王磊')).toMatchObject({ dueOn: '2026-12-05' });
    await back('王磊');
    expect(points('王磊')).toMatchObject({ state: 'assigned', dueOn: '2026-12-09', remindOn: '2026-12-02' });
    expect(tasks('王磊')).toBe(1);
    expect(await back('顾怀远', security())).toMatchObject({ code: 'assignment_passed' });
  });

  it('is taken back as a whole from everybody who has not passed, and from nobody after that', async () => {
    const { assignmentId } = await assign(['王磊', '顾怀远', '陈一诺']);
    await school.sweep();
    const input = { assignmentId, reason: '内容要更新。', requestId: freshRequest() };
    expect(await school.ask('李蓉', 'takeBackAssignment', input)).toMatchObject({ code: 'assignment_not_found' });
    await school.tell('周岚', 'takeBackAssignment', input);
    const again = { ...input, reason: '另一个理由。', requestId: freshRequest() };
    expect(await school.tell('周岚', 'takeBackAssignment', again)).toMatchObject({
      takenBack: { reason: '内容要更新。' },
    });
    for (let minutes = 0; minutes < 3; minutes += 1) await school.sweep();
    for (const name of ['王磊', '顾怀远', '陈一诺']) {
      expect(points(name)).toMatchObject({ state: 'takenBack', wanted: null, toTell: [] });
      expect([name, tasks(name)]).toEqual([name, 0]);
      const heard = school.toldTo(personOf(name));
      expect(heard.filter((title) => title === '收回指派：积分与感恩')).toHaveLength(1);
    }
    const kept = school.documents<StoredAssignment>('assignments').find(({ _id }) => _id === assignmentId);
    expect(kept).toMatchObject({ takingBackSince: null, walkOn: null, walkSince: null });
    expect(school.learning(personOf('周岚'), security())).toMatchObject({ state: 'passed' });
  });
});
