import type { RowKind, RowState } from '../../../../../shared/offboarding/separation';

const words: Record<Exclude<RowState, 'open'>, string> = {
  done: '已办好',
  returned: '已归还',
  costAgreed: '没有归还，约定赔偿',
  stuck: '遇到困难',
  notNeeded: '不需要',
};
const endings: Record<RowKind, (keyof typeof words)[]> = {
  handover: ['done'],
  return: ['returned', 'costAgreed'],
  account: ['done'],
  money: ['done', 'costAgreed'],
  paper: ['done'],
  certificate: [],
  statutory: ['done'],
};

export interface Outcome {
  outcome: RowState;
  text: string;
}

/** What a row can come to, in words; one that is settled can be opened again. */
export function outcomesOf(kind: RowKind, isOpen: boolean): Outcome[] {
  const ways = [...endings[kind], 'stuck' as const, 'notNeeded' as const];
  const outcomes: Outcome[] = ways.map((outcome) => ({ outcome, text: words[outcome] }));
  return isOpen ? outcomes : [...outcomes, { outcome: 'open', text: '重新打开' }];
}

/** Which of them have to say why. */
export const wantsWords = (outcome: RowState) => ['costAgreed', 'stuck', 'notNeeded'].includes(outcome);
