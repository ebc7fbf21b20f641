import type { LeavingDetail } from '../../../../shared/offboarding/leaving-detail';
import type {
  EmployerGround,
  LeavingKind,
  LeavingLine,
  RowOwner,
  RowState,
  SeparationState,
  SeparationStep,
} from '../../../../shared/offboarding/separation';
import type { StatementLine } from '../../../../shared/offboarding/settlement';
import { dayInWords, daysUntil, momentInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';

export const kindInWords: Record<LeavingKind, string> = {
  resignation: '本人辞职',
  byEmployer: '公司提出',
  contractEnd: '合同到期',
  retirement: '退休',
  death: '身故',
};

export const groundInWords: Record<EmployerGround, string> = {
  agreed: '协商一致（第三十六条）',
  fault: '过失性解除（第三十九条）',
  noFault: '无过失解除（第四十条）',
  layoff: '经济性裁员（第四十一条）',
};

export const ownerInWords: Record<RowOwner, string> = {
  manager: '直属上级',
  it: 'IT',
  finance: '财务',
  administration: '行政',
  hr: 'HR',
};

const stateInWords: Record<SeparationState, string> = {
  submitted: '等待受理',
  acknowledged: '办理中',
  effective: '已离职，手续未完',
  closed: '已办结',
  withdrawn: '已撤回',
  retained: '谈过，留下来了',
};

const rowInWords: Record<RowState, string> = {
  open: '待办',
  stuck: '遇到困难',
  done: '已办好',
  returned: '已归还',
  costAgreed: '约定赔偿',
  notNeeded: '不需要',
};

const steps: { step: SeparationStep; text: string }[] = [
  { step: 'noticePeriod', text: '通知期' },
  { step: 'interview', text: '面谈' },
  { step: 'handover', text: '交接' },
  { step: 'clearance', text: '手续' },
  { step: 'settlement', text: '结算' },
  { step: 'closed', text: '办结' },
];

/** Fen as yuan: `1,234.50`. */
function yuan(fen: number): string {
  const cents = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '−' : ''}${figure(Number(cents.slice(0, -2)))}.${cents.slice(-2)}`;
}

/** How long until the last day, or since. */
function countdown(lastDay: string | null, today: string): string {
  if (lastDay === null) return '';
  const left = daysUntil(today, lastDay);
  return left > 0 ? `还有 ${left} 天` : left === 0 ? '就是今天' : `已过 ${-left} 天`;
}

function targetInWords({ targetOn, clearedOn }: LeavingLine['progress'], today: string): string {
  if (targetOn === null) return '';
  const day = dayInWords(targetOn, today);
  if (clearedOn !== null)
    return clearedOn <= targetOn ? '在目标之内办完了' : `比目标晚了 ${daysUntil(targetOn, clearedOn)} 天`;
  return today > targetOn ? `目标 ${day}，已超 ${daysUntil(targetOn, today)} 天` : `目标 ${day} 前办完`;
}

/** The last day that still holds: who stayed after all has none. */
const lastDayOf = ({ state, lastDay }: Pick<LeavingLine, 'state' | 'lastDay'>) =>
  state === 'withdrawn' || state === 'retained' ? null : lastDay;

/** How a leaving reads in a list. */
export interface LeavingRow {
  _id: string;
  name: string;
  place: string;
  state: string;
  isAsked: boolean;
  when: string;
  percent: number;
  progress: string;
  target: string;
  stuck: string;
}

export function leavingRow(line: LeavingLine, now: Date): LeavingRow {
  const { _id, personName, departmentName, position, kind, state, legalLastDay, progress, stuck } = line;
  const lastDay = lastDayOf(line);
  const today = todayOf(now);
  const proposed = legalLastDay === null ? '' : `，法定最后工作日 ${dayInWords(legalLastDay, today)}`;
  const submitted = `${momentInWords(line.submittedAt, now)} 提交${proposed}`;
  return {
    ...{ _id, name: personName, place: [departmentName, position].filter(Boolean).join(' · ') },
    ...{ isAsked: line.isWithdrawalAsked, state: line.isWithdrawalAsked ? '想留下来' : stateInWords[state] },
    when:
      lastDay === null
        ? submitted
        : `${kindInWords[kind]} · 最后工作日 ${dayInWords(lastDay, today)}，${countdown(lastDay, today)}`,
    ...{ percent: progress.percent, progress: `${progress.settled} / ${progress.rows}` },
    target: state === 'submitted' ? '' : targetInWords(progress, today),
    stuck: stuck.map(({ owner, title }) => `${ownerInWords[owner]}：${title}`).join('、'),
  };
}

const halves = (count: number) => (count % 2 === 0 ? String(count / 2) : `${Math.floor(count / 2)}.5`);

/** A line of 离职结算 with how it is worked out. */
function statementLine({ kind, halves: count, reason, fen }: StatementLine, index: number) {
  const many = count === null ? '' : halves(count);
  const words: Record<StatementLine['kind'], [string, string]> = {
    unpaid: ['未发工资', `月薪 ÷ 21.75 × ${many} 天`],
    statutoryLeave: ['未休年假', `月薪 ÷ 21.75 × ${many} 天 × 2（另一倍已在工资里）`],
    companyLeave: ['未休公司假', `月薪 ÷ 21.75 × ${many} 天`],
    workdayOvertime: ['工作日加班', `时薪 × ${many} 小时 × 1.5`],
    restDayOvertime: ['休息日加班', `时薪 × ${many} 小时 × 2`],
    holidayOvertime: ['法定节假日加班', `时薪 × ${many} 小时 × 3`],
    severance: ['经济补偿', `月平均工资 × ${many} 个月`],
    addition: ['其他应发', reason ?? ''],
    deduction: ['扣款', reason ?? ''],
    clearanceCost: ['未归还赔偿', reason ?? ''],
  };
  const [title, way] = words[kind];
  return { key: `${kind}${index}`, title, way, amount: yuan(fen) };
}

function rowFace(row: LeavingDetail['rows'][number], today: string) {
  const { rowId, owner, kind, title, dueOn, state, isLate, words, costFen, pictureUrl, isMine, settledBy } = row;
  const isOpen = state === 'open' || state === 'stuck';
  const cost = costFen === null ? '' : `${yuan(costFen)} 元`;
  const who = settledBy === null ? ownerInWords[owner] : `${ownerInWords[owner]} · ${settledBy}`;
  return {
    ...{ rowId, kind, title, isLate, isMine, pictureUrl: pictureUrl ?? '', isOpen },
    state: isLate && state === 'open' ? '已超期' : rowInWords[state],
    meta: [who, isOpen ? `${dayInWords(dueOn, today)}前` : '', cost].filter(Boolean).join(' · '),
    words: words ?? '',
  };
}

function handoverFace({
  itemId,
  what,
  where,
  receiverName,
  givenAt,
  takenAt,
  maySign,
  hasReceiverLeft,
}: LeavingDetail['handover'][number]) {
  const waits = givenAt !== null ? `等${receiverName}签收` : '还没交出';
  const state = takenAt !== null ? '已接手' : hasReceiverLeft ? '接手人已离职，请换一位' : waits;
  const verb = maySign === 'given' ? '已交出' : maySign === 'taken' ? '已接手' : '';
  return {
    itemId,
    what,
    where,
    state,
    receiver: `交给${receiverName}`,
    verb,
    isFresh: givenAt === null,
    isOpen: takenAt === null,
    isLost: hasReceiverLeft,
  };
}

/** A question about the money, with its answer. */
function questionFace(question: LeavingDetail['questions'][number], now: Date) {
  const { questionId, line, words, askedAt, outcome, answer, answeredBy } = question;
  const about = line === null ? '整张结算' : `${statementLine(line, 0).title} ${yuan(line.fen)} 元`;
  const said = { explained: '已答复', mended: '已退回修改' } as const;
  return {
    ...{ questionId, about, words, asked: momentInWords(askedAt, now), isOpen: outcome === null },
    state: outcome === null ? '等答复' : said[outcome],
    answer: answer === null ? '' : `${answeredBy ?? ''}：${answer}`,
  };
}

function settlementFace(settlement: NonNullable<LeavingDetail['settlement']>, today: string) {
  const { state, statement, draftedBy, confirmedBy, paidOn } = settlement;
  const total = statement?.totalFen ?? 0;
  const said = {
    drafted: '待确认',
    confirmed: '待发放',
    paid: `${paidOn === null ? '' : dayInWords(paidOn, today)} 已发放`,
  } as const;
  return {
    ...{ state: said[state], isPaid: state === 'paid' },
    people: confirmedBy === null ? `${draftedBy} 录入` : `${draftedBy} 录入，${confirmedBy} 确认`,
    lines: (statement?.lines ?? []).map(statementLine),
    total: yuan(total),
    totalTitle: total < 0 ? '应退还公司（元）' : '应发合计（元）',
    totalFen: total,
  };
}

/** One leaving as its page shows it. */
export function leavingFace(detail: LeavingDetail, now: Date) {
  const today = todayOf(now);
  const { _id, personName, departmentName, position, kind, state, step, progress, side, allowed } = detail;
  const lastDay = lastDayOf(detail);
  const at = steps.findIndex((one) => one.step === step);
  const reached = steps.map(({ text }, index) => ({
    text,
    isDone: index < at || state === 'closed',
    isNow: index === at,
  }));
  const lastDayWords = lastDay === null ? '' : dayInWords(lastDay, today);
  return {
    ...{ _id, side, state, kind: kindInWords[kind], name: personName, stateWords: stateInWords[state] },
    place: [departmentName, position].filter(Boolean).join(' · '),
    ...{ lastDay: lastDayWords, countdown: countdown(lastDay, today) },
    legalLastDay: detail.legalLastDay === null ? '' : dayInWords(detail.legalLastDay, today),
    wishedLastDay: detail.wishedLastDay === null ? '' : dayInWords(detail.wishedLastDay, today),
    papersUntil: lastDay === null || detail.papersUntil === null ? '' : dayInWords(detail.papersUntil, today),
    contractEndsOn: detail.contractEndsOn === null ? '' : dayInWords(detail.contractEndsOn, today),
    ground: detail.ground === null ? '' : groundInWords[detail.ground],
    ...{ words: detail.words ?? '', note: detail.note ?? '', reasonId: detail.reasonId ?? '' },
    acknowledgedBy: detail.acknowledgedAt === null ? '' : (detail.acknowledgedBy ?? '按法定通知期自动受理'),
    ...{
      percent: progress.percent,
      progress: `${progress.settled} / ${progress.rows} 项`,
      target: targetInWords(progress, today),
    },
    steps: step === null ? [] : reached,
    rows: detail.rows.map((row) => rowFace(row, today)),
    handover: detail.handover.map(handoverFace),
    settlement: detail.settlement === null ? null : settlementFace(detail.settlement, today),
    questions: detail.questions.map((question) => questionFace(question, now)),
    talk: talkWords(detail),
    withdrawal: withdrawalInWords(detail),
    may: Object.fromEntries(allowed.map((action) => [action, true])) as Partial<Record<(typeof allowed)[number], true>>,
    ...{ lastDayFrom: detail.lastDayFrom ?? '', lastDayUntil: detail.lastDayUntil ?? '' },
    suggestedLastDay: lastDay ?? detail.wishedLastDay ?? detail.legalLastDay ?? today,
  };
}
export type LeavingFace = ReturnType<typeof leavingFace>;

const talkInWords = {
  open: '约了谈话，还没有结果',
  retained: '谈过，愿意留下，等本人确认',
  confirmed: '谈过，决定离开',
} as const;

/** What a talk came to; once the leaver has taken the letter back, nothing is waited for any more. */
function talkWords({ talk, state }: LeavingDetail): string {
  if (talk === null) return '';
  return state === 'retained' ? '' : talkInWords[talk.outcome ?? 'open'];
}

function withdrawalInWords({ withdrawal }: LeavingDetail): string {
  if (withdrawal === null) return '';
  if (withdrawal.answer === null) return '已提出撤回，等 HR 答复';
  const words = withdrawal.words === null ? '' : `：${withdrawal.words}`;
  return withdrawal.answer === 'agreed' ? '同意撤回' : `没有同意撤回${words}`;
}
