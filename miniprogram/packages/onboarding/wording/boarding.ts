import type { Day } from '../../../../shared/kernel/scalar';
import type { BoardingActivity, BoardingState, OnboardingRun } from '../../../../shared/onboarding/run';
import type { OwnerRole, PaperKind } from '../../../../shared/onboarding/template';
import type { IconName } from '../../../components/app-icon/icon-shapes';
import { dayInWords, daysUntil, weekdayInWords } from '../../../wording/day';

export const ownerInWords: Record<OwnerRole, string> = {
  newHire: '新同事',
  buddy: '伙伴',
  manager: '上级',
  it: 'IT',
  finance: '财务',
  administration: '行政',
  hr: 'HR',
  person: '指定同事',
};

export const paperInWords: Record<PaperKind, string> = {
  idCard: '身份证',
  bankAccount: '工资卡号',
  diploma: '学历证明',
  leavingProof: '离职证明',
  photo: '证件照',
};

export const stateInWords: Record<BoardingState, string> = {
  todo: '待办',
  doing: '进行中',
  stuck: '卡住了',
  done: '已完成',
  notApplicable: '不适用',
};

/** What somebody does who sets an activity to this. */
export const verbOf: Record<BoardingState, string> = {
  todo: '重新打开',
  doing: '开始做',
  stuck: '卡住了',
  done: '我已完成',
  notApplicable: '不适用',
};

const iconOf: Record<BoardingState, IconName> = {
  todo: 'clock',
  doing: 'pen',
  stuck: 'warning',
  done: 'check',
  notApplicable: 'cross',
};

export const isClosed = ({ state }: Pick<BoardingActivity, 'state'>) => state === 'done' || state === 'notApplicable';

/** Until when, or why not yet. */
export function dueInWords(activity: BoardingActivity, today: Day): string {
  const { state, waitsFor, startsOn, dueOn } = activity;
  if (isClosed(activity)) return stateInWords[state];
  if (waitsFor !== null) return `等「${waitsFor}」`;
  if (startsOn > today) return `${dayInWords(startsOn, today)}开始`;
  const days = daysUntil(today, dueOn);
  if (days < 0) return activity.isRequired ? `晚了 ${-days} 天` : '有空就做';
  return days === 0 ? '今天要完成' : `${dayInWords(dueOn, today)}前`;
}

/** A line of a list of activities. */
export interface BoardingRow {
  key: string;
  icon: IconName;
  title: string;
  meta: string;
  tone: '' | 'closed' | 'late' | 'stuck' | 'later';
  badge: string;
}

function toneOf(activity: BoardingActivity, today: Day): BoardingRow['tone'] {
  if (isClosed(activity)) return 'closed';
  if (activity.state === 'stuck') return 'stuck';
  if (activity.waitsFor !== null || activity.startsOn > today) return 'later';
  return activity.isRequired && activity.dueOn < today ? 'late' : '';
}

export function boardingRow(activity: BoardingActivity, today: Day): BoardingRow {
  const { key, title, state, owner, ownerName, isRequired, words } = activity;
  const who = owner === 'newHire' ? ownerName : `${ownerInWords[owner]} ${ownerName}`;
  const why = state === 'stuck' && words ? ` · ${words}` : '';
  return {
    ...{ key, title, icon: iconOf[state], tone: toneOf(activity, today) },
    meta: `${who} · ${dueInWords(activity, today)}${why}`,
    badge: isRequired || isClosed(activity) ? '' : '选做',
  };
}

/** Who it is, and where they are in their first month. */
export function dayInMonth({ startsOn, today, state }: OnboardingRun): {
  figure: number;
  unit: string;
  before: string;
} {
  const days = daysUntil(startsOn, today);
  if (days < 0) return { before: '距离入职还有', figure: -days, unit: '天' };
  if (state === 'completed') return { before: '入职流程已完成', figure: days + 1, unit: '天' };
  return { before: '入职第', figure: days + 1, unit: '天' };
}

export const dayWithWeekday = (day: Day, today: Day) => `${dayInWords(day, today)} ${weekdayInWords(day)}`;
