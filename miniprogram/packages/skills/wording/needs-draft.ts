import type { SkillNeed, SkillNeeds } from '../../../../shared/training/skill';

/** A need as it is typed: empty names nothing. */
export interface NeedDraft {
  needId: string;
  position: string;
  departmentName: string;
  skills: string[];
}

export interface NeedsDraft {
  skills: string[];
  needs: NeedDraft[];
}

export const draftOf = ({ skills, needs }: Pick<SkillNeeds, 'skills' | 'needs'>): NeedsDraft => ({
  skills,
  needs: needs.map(({ position, departmentName, ...need }) => ({
    ...need,
    position: position ?? '',
    departmentName: departmentName ?? '',
  })),
});

export const needsOf = ({ needs }: NeedsDraft): SkillNeed[] =>
  needs.map(({ position, departmentName, ...need }) => ({
    ...need,
    position: position.trim() || null,
    departmentName: departmentName.trim() || null,
  }));

/** The draft with a skill more; the same where it is there or is none. */
export function withSkill(draft: NeedsDraft, typed: string): NeedsDraft {
  const skill = typed.trim();
  return skill === '' || draft.skills.includes(skill) ? draft : { ...draft, skills: [...draft.skills, skill] };
}

/** Nobody can be asked for a skill that is not in the list any more. */
export function withoutSkill(draft: NeedsDraft, skill: string): NeedsDraft {
  return {
    skills: draft.skills.filter((one) => one !== skill),
    needs: draft.needs.map((need) => ({ ...need, skills: need.skills.filter((one) => one !== skill) })),
  };
}

/** Puts a skill into a need, or takes it out. */
export function withTapped(draft: NeedsDraft, place: number, skill: string): NeedsDraft {
  const needs = draft.needs.map((need, index) => {
    if (index !== place) return need;
    const isIn = need.skills.includes(skill);
    return { ...need, skills: isIn ? need.skills.filter((one) => one !== skill) : [...need.skills, skill] };
  });
  return { ...draft, needs };
}

/** What keeps it from being saved; empty when nothing does. */
export function problemIn({ needs }: NeedsDraft): string {
  const bare = needs.findIndex(({ skills }) => skills.length === 0);
  if (bare >= 0) return `第 ${bare + 1} 条要求还没有选技能。`;
  const full = needs.findIndex(({ skills }) => skills.length > 10);
  return full >= 0 ? `第 ${full + 1} 条要求最多选 10 项技能。` : '';
}
