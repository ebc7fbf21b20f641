import { personOf } from '../../seeds/sample-calls/sample-call';
import { killedEverywhere } from '../../test/killed-everywhere';
import { freshRequest, stopClock } from '../../test/mall';
import { openSchool, type School, security } from '../../test/school';
import type { StoredSkillConfirmation, StoredSkillFigures } from './skills/stored-skills';

jest.setTimeout(60_000);
for (const level of ['error', 'log', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);

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

const word = (name: string, isProven = true, skill = '现场安全') => ({
  ...{ personId: personOf(name), skill, isProven, reason: '上周带客户走了一遍温室。', requestId: freshRequest() },
});
const heard = (name: string) => school.toldTo(personOf(name)).filter((title) => title.includes('现场安全'));
const figures = () => school.documents<StoredSkillFigures>('skillFigures')[0];

describe('the learner', () => {
  it('sees what the position asks for, what is proven and by what, and the next course', async () => {
    const { items, next } = await school.tell('林晓', 'readMySkills', {});
    expect(items.map(({ skill, proof }) => [skill, proof?.by])).toEqual([
      ['数据分析', '顾怀远'],
      ['现场安全', undefined],
      ['公司文化', '认识云杉'],
      ['信息安全', undefined],
    ]);
    expect(next).toMatchObject({ course: { courseId: security() }, stand: { skill: '信息安全' }, opens: null });
  });

  it('asks once more for what a course proves once it is passed, and not before', async () => {
    const openId = await school.examinee();
    const before = await school.tell(openId, 'readMySkills', {});
    expect(before.items.find(({ skill }) => skill === '信息安全')?.proof).toBeNull();
    const seen = await school.tell('顾怀远', 'readMySkills', {});
    expect(seen.items.find(({ skill }) => skill === '信息安全')?.proof).toMatchObject({ how: 'course' });
  });

  it('costs five requests, the identity included', async () => {
    const { dbRequests } = await school.stage.counted(() => school.tell('林晓', 'readMySkills', {}));
    expect(dbRequests).toBe(5);
  });
});

describe('a manager', () => {
  it('sees what is missing in the own team, who has left not among it', async () => {
    stopClock('2026-12-20T04:00:00.000Z');
    const { items } = await school.tell('顾怀远', 'listTeamSkills', {});
    expect(items.find(({ name }) => name === '林晓')).toMatchObject({ wanted: 4, missing: ['现场安全', '信息安全'] });
    expect(items.map(({ name }) => name)).not.toContain('王磊');
    expect(items.map(({ name }) => name)).not.toContain('陈一诺');
  });

  it('walks the team page by page', async () => {
    const first = await school.tell('顾怀远', 'listTeamSkills', { limit: 1 });
    const second = await school.tell('顾怀远', 'listTeamSkills', { limit: 1, cursor: first.next ?? '' });
    expect(first.items).toHaveLength(1);
    expect(second.items[0]?.personId).not.toBe(first.items[0]?.personId);
  });

  it('vouches for a report with a reason, takes it back, and the person hears both, once', async () => {
    const given = word('林晓');
    const { items } = await school.tell('顾怀远', 'confirmSkill', given);
    const proof = items.find(({ skill }) => skill === '现场安全')?.proof;
    expect(proof).toMatchObject({ how: 'confirmed', by: '顾怀远', on: '2026-11-22', reason: given.reason });
    await school.tell('顾怀远', 'confirmSkill', given);
    expect(heard('林晓')).toEqual(['确认你掌握：现场安全']);
    const back = await school.tell('顾怀远', 'confirmSkill', word('林晓', false));
    expect(back.items.find(({ skill }) => skill === '现场安全')?.proof).toBeNull();
    expect(heard('林晓')).toEqual(['确认你掌握：现场安全', '收回了确认：现场安全']);
    // A repeat of what was said first must not bring it back.
    const again = await school.tell('顾怀远', 'confirmSkill', given);
    expect(again.items.find(({ skill }) => skill === '现场安全')?.proof).toBeNull();
  });

  it('says nothing of others, of themselves, or of what is no skill', async () => {
    expect(await school.ask('顾怀远', 'confirmSkill', word('陈一诺'))).toMatchObject({ code: 'colleague_not_found' });
    const theirs = { personId: personOf('陈一诺') };
    expect(await school.ask('顾怀远', 'readPersonSkills', theirs)).toMatchObject({ code: 'colleague_not_found' });
    expect(await school.ask('顾怀远', 'confirmSkill', word('顾怀远'))).toMatchObject({ code: 'skill_own' });
    const odd = word('林晓', true, '弹琴');
    expect(await school.ask('顾怀远', 'confirmSkill', odd)).toMatchObject({ code: 'skill_not_found' });
    expect(school.documents<StoredSkillConfirmation>('skillConfirmations')).toHaveLength(1);
  });
});

it("HR of a branch sees and vouches for the branch's people only", async () => {
  expect(await school.ask('李蓉', 'readPersonSkills', { personId: personOf('唐思远') })).toMatchObject({ ok: true });
  const far = await school.ask('李蓉', 'readPersonSkills', { personId: personOf('林晓') });
  expect(far).toMatchObject({ code: 'colleague_not_found' });
});

describe('what is wanted', () => {
  const change = (seenVersion: number, needs: { skills: string[] }[], skills = ['信息安全']) => ({
    ...{ seenVersion, skills, requestId: freshRequest() },
    needs: needs.map((need, index) => ({ needId: `n${index}`, position: null, departmentName: null, ...need })),
  });

  it('is changed as a whole, by one of two who saw the same; a repeat is known', async () => {
    const mine = change(1, [{ skills: ['信息安全'] }]);
    expect(await school.tell('周岚', 'changeSkillNeeds', mine)).toMatchObject({
      version: 2,
      courses: [1],
      people: [null],
    });
    expect(await school.tell('周岚', 'changeSkillNeeds', mine)).toMatchObject({ version: 2 });
    const late = await school.ask('周岚', 'changeSkillNeeds', change(1, []));
    expect(late).toMatchObject({ code: 'skill_needs_changed' });
  });

  it('asks for no skill that is not in the list', async () => {
    const odd = await school.ask('周岚', 'changeSkillNeeds', change(1, [{ skills: ['插花'] }]));
    expect(odd).toMatchObject({ code: 'skill_not_found' });
  });
});

describe('the count of the night', () => {
  it('counts who works here by the rules of a person’s own page, and anew when what is wanted changes', async () => {
    expect(await school.tell('周岚', 'readSkillHeat', {})).toEqual({ on: null, items: [] });
    await school.sweep();
    const heat = await school.tell('周岚', 'readSkillHeat', {});
    const [security_] = heat.items.filter(({ skill }) => skill === '信息安全');
    expect(heat.on).toBe('2026-11-22');
    expect(security_?.groups).toEqual([{ departmentName: '', wanted: 12, proven: 5 }]);
    await school.sweep();
    expect(figures()).toMatchObject({ isWalking: false, counting: { cells: [] } });
    const needs = [{ needId: 'all', position: null, departmentName: null, skills: ['现场安全'] }];
    await school.tell('周岚', 'changeSkillNeeds', {
      ...{ seenVersion: 1, skills: ['现场安全'], needs, requestId: freshRequest() },
    });
    await school.sweep();
    const anew = await school.tell('周岚', 'readSkillHeat', {});
    expect(anew.items.map(({ skill }) => skill)).toEqual(['现场安全']);
    expect(await school.tell('周岚', 'readSkillNeeds', {})).toMatchObject({ people: [12] });
  });

  it('leaves out who has left since, by the date', async () => {
    stopClock('2026-12-20T04:00:00.000Z');
    await school.sweep();
    const { items } = await school.tell('周岚', 'readSkillHeat', {});
    // 王磊 is gone.
    expect(items.find(({ skill }) => skill === '信息安全')?.groups).toMatchObject([{ wanted: 11 }]);
  });

  it('counts everybody once, page after page, where two timers fire at once', async () => {
    await school.hire(60, '大研发部');
    await Promise.all([school.sweep(), school.sweep()]);
    const { items } = await school.tell('周岚', 'readSkillHeat', {});
    expect(items.find(({ skill }) => skill === '信息安全')?.groups).toEqual([
      { departmentName: '大研发部', wanted: 60, proven: 0 },
      { departmentName: '', wanted: 12, proven: 5 },
    ]);
  });

  it('killed anywhere, ends with every colleague counted once', async () => {
    await school.sweep();
    const whole = figures()?.counted;
    goBack();
    await killedEverywhere(async (cut) => {
      await cut(() => school.sweep());
      for (let minutes = 0; minutes < 2; minutes += 1) await school.sweep();
      expect(figures()?.counted).toEqual(whole);
    });
  });
});

it('a word, killed anywhere, is given once when it is sent again, and heard once', async () => {
  await killedEverywhere(async (cut) => {
    const given = word('林晓');
    await cut(() => school.ask('顾怀远', 'confirmSkill', given));
    expect(await school.ask('顾怀远', 'confirmSkill', given)).toMatchObject({ ok: true });
    for (let minutes = 0; minutes < 2; minutes += 1) await school.sweep();
    expect(heard('林晓')).toEqual(['确认你掌握：现场安全']);
    const words = school
      .documents<StoredSkillConfirmation>('skillConfirmations')
      .filter(({ skill }) => skill === '现场安全');
    expect(words).toMatchObject([{ turn: 1, pendingSince: null }]);
  });
});
