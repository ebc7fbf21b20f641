import type { SkillStand } from '../../../../shared/training/skill';
import { dayInWords } from '../../../wording/day';
import { askedBy } from '../../../wording/skill';

/** A skill in a list: who asks for it, and how it is proven. `unproven` says what can be done about it. */
export function skillRow(stand: SkillStand, today: string, unproven: string) {
  const { skill, proof } = stand;
  const on = proof ? dayInWords(proof.on, today) : '';
  const how = proof
    ? proof.how === 'course'
      ? `${on}通过「${proof.by}」`
      : `${on}由${proof.by}确认：${proof.reason}`
    : '';
  return {
    ...{ skill, isProven: proof !== null, isConfirmed: proof?.how === 'confirmed', asked: askedBy(stand) },
    stand: proof ? '已证明' : '未证明',
    meta: proof ? how : unproven,
  };
}
export type SkillRow = ReturnType<typeof skillRow>;
