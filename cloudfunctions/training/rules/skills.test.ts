import type { HeldLearning } from '../documents';
import { countedWith, heatOf, mySkills, type ProvingCourse, standsOf, wantedOf } from './skills';

const need = (skills: string[], position: string | null = null, departmentName: string | null = null) => ({
  ...{ needId: skills.join(), position, departmentName, skills },
});
const post = { position: '前端工程师', departmentName: '研发部' };
const course = (courseId: string, skills: string[], more: Partial<ProvingCourse> = {}): ProvingCourse => ({
  ...{ courseId, title: `课程${courseId}`, skills, locks: [], isOffered: true, branchId: null, ...more },
});
const learning = (courseId: string, state: 'assigned' | 'learning' | 'passed', dueOn: string | null = null) =>
  ({
    ...{ courseId, title: `课程${courseId}`, state, dueOn, requires: [], stars: 0, progressPercent: 0 },
    passedAt: state === 'passed' ? '2026-11-01T16:30:00.000Z' : null,
  }) as unknown as HeldLearning;

describe('what is wanted of somebody', () => {
  it('is what everybody, the department and the position need, and of nobody else', () => {
    const needs = [
      need(['安全']),
      need(['写作'], '编辑'),
      need(['组件'], '前端工程师'),
      need(['现场'], null, '研发部'),
    ];
    expect(wantedOf(needs, post).map(({ skill }) => skill)).toEqual(['组件', '现场', '安全']);
    expect(wantedOf(needs, { position: '编辑', departmentName: '市场部' }).map(({ skill }) => skill)).toEqual([
      '写作',
      '安全',
    ]);
  });

  it('asks for a skill once, by the need that names most of the person', () => {
    const needs = [need(['安全']), need(['安全'], '前端工程师', '研发部'), need(['安全'], '前端工程师')];
    expect(wantedOf(needs, post)).toEqual([{ skill: '安全', position: '前端工程师', departmentName: '研发部' }]);
    expect(wantedOf(needs, { position: '前端工程师', departmentName: '市场部' })).toEqual([
      { skill: '安全', position: '前端工程师', departmentName: null },
    ]);
  });
});

describe('a skill is proven', () => {
  const byCourse = new Map([['c', { skills: ['安全'] }]]);
  const word = { skill: '安全', isProven: true, byName: '顾怀远', reason: '做过', at: '2026-11-02T00:00:00.000Z' };
  const proofWith = (passed: HeldLearning[], confirmations: (typeof word)[]) =>
    standsOf([need(['安全'])], post, { passed, courses: byCourse, confirmations })[0]?.proof;

  it('by a course passed, on the day of passing in Shanghai, before any word', () => {
    expect(proofWith([learning('c', 'passed')], [word])).toMatchObject({
      how: 'course',
      by: '课程c',
      on: '2026-11-02',
    });
  });
  it('by a word that was not taken back, and by nothing else', () => {
    expect(proofWith([learning('other', 'passed')], [word])).toMatchObject({ how: 'confirmed', by: '顾怀远' });
    expect(proofWith([], [{ ...word, isProven: false }])).toBeNull();
    expect(proofWith([], [{ ...word, skill: '写作' }])).toBeNull();
  });
});

describe('the next course', () => {
  const missing = (...skills: string[]) =>
    skills.map((skill) => ({ skill, position: '前端工程师', departmentName: null, proof: null }));
  const nextOf = (courses: ProvingCourse[], mine: HeldLearning[] = [], ...skills: string[]) =>
    mySkills(missing(...(skills.length > 0 ? skills : ['安全', '写作'])), courses, mine, 'head-office').next;

  it('is one that I have begun, then one with a day, then the one that proves most', () => {
    const courses = [course('one', ['安全']), course('both', ['安全', '写作']), course('due', ['写作'])];
    expect(nextOf(courses)).toMatchObject({ course: { courseId: 'both' } });
    expect(nextOf(courses, [learning('due', 'assigned', '2026-12-01')])).toMatchObject({ course: { courseId: 'due' } });
    const begun = [learning('due', 'assigned', '2026-12-01'), learning('one', 'learning')];
    expect(nextOf(courses, begun)).toMatchObject({ course: { courseId: 'one' }, stand: { skill: '安全' } });
  });
  it('that is locked sends to what locks it, unless something else is open', () => {
    const locked = course('late', ['安全'], { locks: [{ courseId: 'first', title: '入门' }] });
    expect(nextOf([locked])).toMatchObject({ course: { courseId: 'first', title: '入门' }, opens: '课程late' });
    expect(nextOf([locked, course('open', ['写作'])])).toMatchObject({ course: { courseId: 'open' }, opens: null });
    expect(nextOf([locked], [learning('first', 'passed')])).toMatchObject({
      course: { courseId: 'late' },
      opens: null,
    });
  });
  it('is never one of another branch, a retired one, or one that proves nothing that is missing', () => {
    expect(nextOf([course('far', ['安全'], { branchId: 'chengdu' })])).toBeNull();
    expect(nextOf([course('old', ['安全'], { isOffered: false })])).toBeNull();
    expect(nextOf([course('else', ['插花'])])).toBeNull();
    expect(nextOf([course('old', ['安全'], { isOffered: false })], [learning('old', 'learning')])).not.toBeNull();
  });
  it('is none where everything is proven', () => {
    const proof = { how: 'course' as const, by: '课程', on: '2026-11-02', reason: '' };
    const stands = missing('安全').map((stand) => ({ ...stand, proof }));
    expect(mySkills(stands, [course('one', ['安全'])], [], 'head-office')).toMatchObject({
      ...{ next: null, items: [{ course: null }] },
    });
  });
});

describe('the heat map', () => {
  const cell = (departmentName: string, wanted: number, proven: number, branchId = 'head-office') => ({
    ...{ skill: '安全', branchId, departmentName, wanted, proven },
  });
  const shown = (cells: ReturnType<typeof cell>[], branchIds: string[] | null = null) =>
    heatOf(cells, '安全', branchIds).map(({ departmentName, wanted, proven }) => [departmentName, wanted, proven]);

  it('shows groups of five and more, and the smaller ones together when they are five', () => {
    expect(shown([cell('研发部', 5, 2)])).toEqual([['研发部', 5, 2]]);
    expect(shown([cell('研发部', 4, 2)])).toEqual([]);
    expect(shown([cell('研发部', 8, 2), cell('财务部', 2, 1), cell('行政部', 3, 0)])).toEqual([
      ['研发部', 8, 2],
      ['', 5, 1],
    ]);
  });
  it('gives no group away by difference: what is too small takes the smallest shown with it', () => {
    expect(shown([cell('研发部', 9, 2), cell('市场部', 6, 1), cell('财务部', 1, 1)])).toEqual([
      ['研发部', 9, 2],
      ['', 7, 2],
    ]);
    expect(shown([cell('研发部', 9, 2), cell('财务部', 1, 1)])).toEqual([['', 10, 3]]);
  });
  it('adds the branches of a department up, and shows a branch only its own', () => {
    const cells = [cell('研发部', 5, 2), cell('研发部', 6, 6, 'chengdu'), { ...cell('研发部', 9, 9), skill: '写作' }];
    expect(shown(cells)).toEqual([['研发部', 11, 8]]);
    expect(shown(cells, ['chengdu'])).toEqual([['研发部', 6, 6]]);
    expect(shown(cells, [])).toEqual([]);
  });
  it('counts whom a need means, page after page', () => {
    const stands = [{ skill: '安全', position: null, departmentName: null, proof: null }];
    const colleague = { ...post, branchId: 'head-office', stands };
    const needs = [need(['安全']), need(['写作'], '编辑')];
    const one = countedWith({ cells: [], people: [] }, needs, [colleague, colleague]);
    const two = countedWith(one, needs, [{ ...colleague, position: '编辑' }]);
    expect(two.cells).toEqual([cell('研发部', 3, 0)]);
    expect(two.people.map(({ count }) => count)).toEqual([3, 1]);
  });
});
