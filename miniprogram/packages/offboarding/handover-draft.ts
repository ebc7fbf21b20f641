import type { Colleague } from '../../../shared/people/colleagues';

/** One line of the handover on its way. */
export interface HandoverDraft {
  what: string;
  where: string;
  chosen: Colleague[];
}

export const emptyHandover: HandoverDraft = { what: '', where: '', chosen: [] };

/** What is still missing, in words; empty when nothing is. */
export function handoverProblem({ what, chosen }: HandoverDraft): string {
  if (what.trim() === '') return '写一句要交接的是什么。';
  return chosen.length === 0 ? '选一位接手的同事。' : '';
}
