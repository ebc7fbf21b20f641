import type { RosterBatchView, RosterOutcome, RosterStage } from '../../../shared/people/roster';
import { dayInWords, momentInWords, todayOf } from '../../wording/day';
import { figure } from '../../wording/figure';
import { statusInWords } from './wording/employment';
import { outcomeInWords, questionInWords, repairInWords } from './wording/roster';

/** In these stages the cloud works piece by piece, as long as a phone keeps asking. */
export function isUnderWay(stage: RosterStage): boolean {
  return stage === 'reading' || stage === 'applying' || stage === 'undoing';
}

const outcomes: RosterOutcome[] = ['waiting', 'new', 'changed', 'unchanged', 'rejected', 'leftOut'];

/** The tabs of the preview. What waits comes first; what nobody has is not shown, except new and changed. */
export function outcomeTabs({ counts }: Pick<RosterBatchView, 'counts'>) {
  return outcomes
    .filter((outcome) => counts[outcome] > 0 || outcome === 'new' || outcome === 'changed')
    .map((outcome) => ({ outcome, text: outcomeInWords[outcome], count: figure(counts[outcome]) }));
}

/** Which rows HR sees first: what waits, else what would be written, else whatever there is. */
export function firstOutcome({ counts }: Pick<RosterBatchView, 'counts'>): RosterOutcome {
  return (
    (['waiting', 'changed', 'new', 'unchanged', 'rejected', 'leftOut'] as const).find(
      (outcome) => counts[outcome] > 0,
    ) ?? 'new'
  );
}

/** How many people have which status, those that nobody has left out. */
export function statusesInWords(counted: NonNullable<RosterBatchView['summary']>['byStatus'] = {}): string {
  return (Object.keys(statusInWords) as (keyof typeof statusInWords)[])
    .filter((status) => (counted[status] ?? 0) > 0)
    .map((status) => `${statusInWords[status]} ${figure(counted[status] ?? 0)}`)
    .join(' · ');
}

/** What the whole file says, and what would come of it as far as HR has decided. */
export function summaryInWords({
  totalRows,
  summary,
  counts,
}: Pick<RosterBatchView, 'totalRows' | 'summary' | 'counts'>): string[] {
  if (!summary) return [];
  const { departments, managers, managersInFile } = summary;
  const out = counts.rejected + counts.leftOut;
  const rest = [counts.waiting > 0 && `等你决定 ${figure(counts.waiting)}`, out > 0 && `不导入 ${figure(out)}`].filter(
    Boolean,
  );
  return [
    `${figure(totalRows ?? 0)} 行 · ${departments} 个部门 · ${managers} 位上级（${managersInFile} 位在文件里）`,
    `文件里写的：${statusesInWords(summary.byStatus)}`,
    `应用以后：${[statusesInWords(summary.afterwards), ...rest].filter(Boolean).join(' · ')}`,
  ];
}

/** Which cleaning rules changed how many cells, most first. */
export function repairsInWords({ summary }: Pick<RosterBatchView, 'summary'>): { text: string; count: string }[] {
  if (!summary) return [];
  return (Object.keys(repairInWords) as (keyof typeof repairInWords)[])
    .map((rule) => ({ rule, cells: summary.repairs[rule] ?? 0 }))
    .filter(({ cells }) => cells > 0)
    .sort((a, b) => b.cells - a.cells)
    .map(({ rule, cells }) => ({ text: repairInWords[rule], count: `${figure(cells)} 处` }));
}

/** What HR still has to decide, by kind. */
export function openQuestions({ open }: Pick<RosterBatchView, 'open'>) {
  return open.map(({ kind, rows }) => ({ kind, rows: figure(rows), ...questionInWords[kind] }));
}

/** What applying would write. */
export function applyInWords({ counts }: Pick<RosterBatchView, 'counts'>): string {
  const parts = [
    counts.new > 0 && `新增 ${figure(counts.new)} 人`,
    counts.changed > 0 && `修改 ${figure(counts.changed)} 人`,
  ];
  return parts.filter(Boolean).join('，') || '没有要写入的变化';
}

/** Where an import that is over stands, and until when it can be taken back. */
export function endingOf(batch: RosterBatchView, now: Date) {
  const { stage, appliedAt, undoUntil } = batch;
  if (stage === 'applied') {
    const wrote = batch.counts.new + batch.counts.changed > 0;
    const mayUndo = wrote && undoUntil !== null && undoUntil > now.toISOString();
    const until = undoUntil === null ? '' : dayInWords(todayOf(new Date(undoUntil)), todayOf(now));
    return {
      heading: '已经应用到花名册',
      next: `${applyInWords(batch)}。${appliedAt ? `${momentInWords(appliedAt, now)} 完成。` : ''}`,
      mayUndo,
      undo: mayUndo ? `${until} 前可以整批撤销` : wrote ? '已经过了可以整批撤销的 90 天' : '',
    };
  }
  const undone = stage === 'undone';
  return {
    heading: undone ? '已经整批撤销' : '这次导入已经放弃',
    next: undone ? '花名册回到了应用之前的样子。' : '花名册没有任何改动。',
    mayUndo: false,
    undo: '',
  };
}
