import type { Cut, ExitBoard, Improvement, ShownTable } from '../../../../../shared/exit/analysis';
import type { Branch } from '../../../../../shared/people/branch-calls';
import { branchInWords } from '../../../../wording/branch';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';

export const cutTabs: { cut: Cut; text: string }[] = [
  { cut: 'department', text: '部门' },
  { cut: 'managerView', text: '上级怎么看' },
  { cut: 'halfYear', text: '时间' },
  { cut: 'tenure', text: '司龄' },
  { cut: 'position', text: '岗位' },
  { cut: 'halfYearByDepartment', text: '时间 × 部门' },
];

const reads: Record<Cut, string> = {
  department: '每个部门的同事为什么离开',
  managerView: '上级写的是这个原因，本人说的是',
  halfYear: '每个半年里，大家为什么离开',
  tenure: '待了多久的同事，为什么离开',
  position: '每个岗位的同事为什么离开',
  halfYearByDepartment: '每个半年里，各部门离开了多少人',
};

/** The rest is merged under a key of its own; nothing is done about it. */
const restKey = 'rest';

function tableShown({ cut, columns, rows }: ShownTable) {
  return {
    cut,
    reads: reads[cut],
    rows: rows.map(({ key, words, total, counts }) => {
      const told = columns.flatMap((column, index) => {
        const count = counts[index] ?? null;
        return count === null || count === 0 ? [] : [{ column, count, tone: Math.min(index, 4) }];
      });
      const hidden = total - told.reduce((sum, { count }) => sum + count, 0);
      const named = told.map(({ column, count }) => `${column.words} ${count}`);
      return {
        ...{ key, words, total },
        parts: told.map(({ column, count, tone }) => ({ key: column.key, tone, width: (count / total) * 100 })),
        said: [...named, ...(hidden > 0 ? [`其余 ${hidden} 人不细分`] : [])].join(' · '),
      };
    }),
  };
}

/** What the half-years say about the group that an improvement is about; null where it is not shown. */
function columnOver(board: ExitBoard, { about }: Improvement) {
  const cut = about.cut === 'reason' ? 'halfYear' : 'halfYearByDepartment';
  const table = board.tables.find((one) => one.cut === cut);
  const place = table?.columns.findIndex(({ key }) => key === about.key) ?? -1;
  return (table?.rows ?? []).flatMap(({ key, words, counts }) =>
    /^\d{4}H[12]$/.test(key) ? [{ key, words, count: place < 0 ? null : (counts[place] ?? null) }] : [],
  );
}

function improvementShown(board: ExitBoard, improvement: Improvement, now: Date) {
  const { _id, title, aboutWords, ownerName, dueOn, doneOn, from, result, reports } = improvement;
  const latest = reports[reports.length - 1];
  const today = todayOf(now);
  const halves = columnOver(board, improvement);
  const tallest = Math.max(1, ...halves.map(({ count }) => count ?? 0));
  const before = halves.filter(({ key }) => key < from).map(({ count }) => count);
  const after = halves.filter(({ key }) => key >= from).map(({ count }) => count);
  const mean = (counts: (number | null)[]) =>
    counts.length === 0 || counts.includes(null)
      ? null
      : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) / counts.length;
  const [was, is] = [mean(before), mean(after)];
  const tenth = (value: number) => String(Math.round(value * 10) / 10);
  const said =
    was === null || is === null
      ? '人数太少的半年不显示，暂时比不出前后。'
      : `改进前平均每半年 ${tenth(was)} 人因此离开，改进后 ${tenth(is)} 人。`;
  const state = doneOn
    ? `${dayInWords(doneOn, today)} 完成`
    : `${dueOn < today ? '已过期，' : ''}${dayInWords(dueOn, today)} 前完成`;
  return {
    ...{ _id, title, said, isDone: doneOn !== null, result: result ?? '' },
    lost: improvement.hasOwnerLeft && doneOn === null ? `${ownerName}已经离职，请换一位负责人。` : '',
    report: latest ? `${momentInWords(latest.at, now)} ${ownerName}：${latest.words}` : '',
    meta: `针对「${aboutWords}」，${ownerName}负责，${state}`,
    halves: halves.map(({ key, count }) => ({
      ...{ key, isAfter: key >= from, height: ((count ?? 0) / tallest) * 100 },
      words: `${key.slice(2, 4)}${key.endsWith('1') ? '上' : '下'}`,
      count: count === null ? '—' : String(count),
    })),
  };
}

/** The board as the page draws it. */
export function boardShown(board: ExitBoard, names: readonly Branch[], now: Date) {
  const { total, shares, tables, turnover, improvements, hasUnassigned, branchId, branchIds } = board;
  const today = todayOf(now);
  return {
    hasUnassigned,
    branches: branchIds.map((id) => ({ id, words: branchInWords(id, names), isShown: id === branchId })),
    total: total === null ? '' : String(total),
    rate: turnover ? `${turnover.ratePercent}%` : '—',
    rateSpan: turnover ? `离职率，${dayInWords(turnover.from, today)}起一年` : '年离职率',
    rateMeans: turnover
      ? `最近两个完整半年离开 ${turnover.left} 人 ÷ 平均 ${turnover.averageHeadcount} 人`
      : '最近两个完整半年离开的人不足五位，或要看全公司时才显示。',
    shares: shares.map(({ key, words, total: count, reasons, hidden }) => ({
      ...{ key, words, total: count },
      percent: total === null ? '' : `${Math.round((count / total) * 1000) / 10}%`,
      width: total === null ? 0 : (count / total) * 100,
      reasons: [
        ...reasons.map((reason) => `${reason.words} ${reason.count}`),
        ...(hidden > 0 ? [`其余 ${hidden} 人不细分`] : []),
      ].join(' · '),
      mayImprove: key !== restKey && key !== 'none',
    })),
    tables: tables.map(tableShown),
    improvements: improvements.map((improvement) => improvementShown(board, improvement, now)),
  };
}
export type BoardShown = ReturnType<typeof boardShown>;
