import type { NextCourse, SkillStand } from '../../shared/training/skill';

/** Who asks for a skill: `岗位「测试工程师」要求「数据分析」`. */
export function askedBy({ position, departmentName, skill }: Omit<SkillStand, 'proof'>): string {
  const who =
    position === null
      ? (departmentName ?? '公司')
      : departmentName === null
        ? `岗位「${position}」`
        : `${departmentName}的${position}`;
  return `${who}要求「${skill}」`;
}

/** Why this course comes next. */
export function reasonOf({ stand, opens }: Pick<NextCourse, 'stand' | 'opens'>): string {
  const way = opens === null ? '' : `先通过它，才能学「${opens}」。`;
  return `${askedBy(stand)}，你还没有证明。${way}`;
}
