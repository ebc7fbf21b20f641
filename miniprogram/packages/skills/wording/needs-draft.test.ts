import { draftOf, needsOf, problemIn, withoutSkill, withSkill, withTapped } from './needs-draft';

const need = { needId: 'n1', position: null, departmentName: '研发部', skills: ['现场安全'] };
const draft = draftOf({ skills: ['现场安全', '数据分析'], needs: [need] });

describe('what HR wants of positions', () => {
  it('goes back and forth between what is stored and what is typed', () => {
    expect(needsOf(draft)).toEqual([need]);
    expect(needsOf({ ...draft, needs: [{ ...need, position: ' 测试工程师 ', departmentName: ' ' }] })).toEqual([
      { ...need, position: '测试工程师', departmentName: null },
    ]);
  });
  it('has each skill once, and none that is only blanks', () => {
    expect(withSkill(draft, ' 数据分析 ').skills).toHaveLength(2);
    expect(withSkill(draft, '  ').skills).toHaveLength(2);
    expect(withSkill(draft, '写作').skills).toEqual(['现场安全', '数据分析', '写作']);
  });
  it('asks for no skill that was taken from the list, and says which need is empty then', () => {
    const without = withoutSkill(draft, '现场安全');
    expect(without).toMatchObject({ skills: ['数据分析'], needs: [{ skills: [] }] });
    expect(problemIn(without)).toBe('第 1 条要求还没有选技能。');
    expect(problemIn(withTapped(without, 0, '数据分析'))).toBe('');
    expect(withTapped(draft, 0, '现场安全').needs[0]?.skills).toEqual([]);
  });
  it('names at most ten skills in one need', () => {
    const skills = Array.from({ length: 11 }, (_, index) => `技能${index}`);
    expect(
      problemIn({ skills, needs: [{ ...draft.needs[0], needId: 'n', position: '', departmentName: '', skills }] }),
    ).toBe('第 1 条要求最多选 10 项技能。');
  });
});
