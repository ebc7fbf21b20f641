import type { ExitOutcome, InterviewState, Likelihood } from '../../../../shared/exit/interview';
import type { PaperKind, PaperState } from '../../../../shared/exit/papers';
import type { ExitPortrait, PortraitSource } from '../../../../shared/exit/portrait';
import type { LeavingKind } from '../../../../shared/offboarding/separation';

export const kindInWords: Record<LeavingKind, string> = {
  resignation: '辞职',
  byEmployer: '公司提出',
  contractEnd: '合同到期',
  retirement: '退休',
  death: '去世',
};

export const stateInWords: Record<InterviewState, string> = {
  pending: '待安排',
  scheduled: '已约好',
  completed: '已完成',
  cancelled: '已取消',
};

export const outcomeInWords: Record<ExitOutcome, string> = { retained: '挽留成功', exitConfirmed: '确认离职' };

export const likelihoods: { key: Likelihood; text: string }[] = [
  { key: 'yes', text: '愿意' },
  { key: 'perhaps', text: '看情况' },
  { key: 'no', text: '不会' },
];
export const likelihoodInWords: Record<Likelihood, string> = { yes: '愿意', perhaps: '看情况', no: '不会' };

export const paperInWords: Record<PaperKind, string> = {
  leaving: '离职证明',
  employment: '在职证明',
  income: '收入证明',
};
export const paperStateInWords: Record<PaperState, string> = {
  requested: '办理中',
  issued: '已开好',
  declined: '没有开',
};

const sourceInWords: Record<PortraitSource, string> = {
  employment: '任职',
  training: '培训',
  points: '积分',
  activities: '活动',
  attendance: '考勤',
  shifts: '排班',
};

/** Each part of the portrait under where it comes from; empty ones say so. */
export function portraitRows({ parts }: ExitPortrait) {
  return parts.map(({ source, lines }) => ({ source, title: sourceInWords[source], lines }));
}
