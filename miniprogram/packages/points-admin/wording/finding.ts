import type { FindingKind, PointFinding } from '../../../../shared/points/board';
import { sourceInWords } from './source';

export const findingTitles: Record<FindingKind, string> = {
  midnightBurst: '午夜前后集中得分',
  capAlwaysHit: '总是到上限',
  pairThanking: '两个人互相感谢',
  selfDealing: '经手了自己的积分',
};

/** Why a finding is listed, with its figures; a reason to look, not a verdict. */
export function findingInWords({ kind, times, rule, otherName }: PointFinding): string {
  switch (kind) {
    case 'midnightBurst':
      return `近四周有 ${times} 个晚上，在零点前后 10 分钟内得分 3 次以上`;
    case 'capAlwaysHit':
      return `近四周「${rule ? sourceInWords(rule) : ''}」有 ${times} 次到上限没有给`;
    case 'pairThanking':
      return `近四周和${otherName ?? '另一位同事'}互相感谢 ${times} 次，占送出的一大半`;
    case 'selfDealing':
      return `近四周有 ${times} 笔是自己经手给自己的`;
  }
}
