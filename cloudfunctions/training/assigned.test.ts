import { personOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';

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

describe('a course that somebody has to take', () => {
  const enrol = (dueOn: string | null, cause: string) =>
    school.ask('onboarding', 'enrol', {
      ...{ personIds: [personOf('何雨桐')], courseIds: [seededCourseId('safety')], dueOn, cause },
      requestId: freshRequest(),
    });
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
    await school.ask('onboarding', 'enrol', {
      ...{ personIds: [personOf('林晓')], courseIds: [security()], dueOn: '2026-11-29', cause: 'assignment' },
      requestId: freshRequest(),
    });
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
    await school.ask('onboarding', 'enrol', {
      ...{ personIds: [personOf('林晓')], courseIds: [security()], dueOn: '2026-11-29', cause: 'assignment' },
      requestId: freshRequest(),
    });
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
    const given = ['culture', 'points', 'safety'] as const;
    await school.ask('onboarding', 'enrol', {
      ...{
        personIds: [personOf('王磊')],
        courseIds: given.map(seededCourseId),
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
    expect(listed.sort()).toEqual(given.map(seededCourseId).sort());
  });

  it('reminds anew when the day is another one', async () => {
    const wantedBy = (dueOn: string) =>
      school.ask('onboarding', 'enrol', {
        ...{ personIds: [personOf('林晓')], courseIds: [security()], dueOn, cause: 'assignment' },
        requestId: freshRequest(),
      });
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
    await school.ask('onboarding', 'enrol', {
      ...{ personIds: [personId], courseIds: [security()], dueOn: '2026-11-29', cause: 'assignment' },
      requestId: freshRequest(),
    });
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
    expect(items).toMatchObject([{ isWalking: false, reached: 4 }]);
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
