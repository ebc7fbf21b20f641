import { dayOf } from '../../shared/kernel/day';
import type { OffboardingContract } from '../../shared/offboarding/contract';
import { shippedSections } from '../../shared/offboarding/guide';
import type { LeavingDetail } from '../../shared/offboarding/leaving-detail';
import { shippedRows } from '../../shared/offboarding/template';
import { seededHandoverItemId, seededSeparationId } from '../offboarding-documents';
import {
  type Ask,
  always,
  employmentOf,
  hr,
  linXiao,
  personOf,
  requestId,
  type SampleCall,
  type SampleCalls,
  weChatOf,
} from './sample-call';

const wang = weChatOf('王磊');
const finance = weChatOf('马会敏');
const it = weChatOf('赵启明');
const words = { wishedLastDay: null, reasonId: null, words: '想换一个方向', note: '' };
const one = () => ({ separationId: seededSeparationId });
const step = () => ({ ...one(), requestId: requestId() });

/** What 王磊's leaving is now. */
const wangs = (ask: Ask) => ask.call<OffboardingContract['readLeaving']>(hr, 'offboarding', 'readLeaving', one());

/** A resignation that somebody handed in and nobody has acknowledged. */
async function submitted(ask: Ask, who: string): Promise<LeavingDetail> {
  const read = await ask.call<OffboardingContract['readMyLeaving']>(who, 'offboarding', 'readMyLeaving', {});
  if (read.leaving?.state === 'submitted') return read.leaving;
  const input = { ...words, requestId: requestId() };
  return ask.call<OffboardingContract['submitResignation']>(who, 'offboarding', 'submitResignation', input);
}

const onSubmitted = (as: string, who: string, more: (leaving: LeavingDetail) => object = () => ({})): SampleCall => ({
  as,
  async input(ask) {
    const leaving = await submitted(ask, who);
    return { separationId: leaving._id, requestId: requestId(), ...more(leaving) };
  },
});

const figures = {
  ...{ monthlyPayFen: 1_850_000, unpaidHalfDays: 26, statutoryLeaveHalfDays: 5, companyLeaveHalfDays: 0 },
  ...{ workdayOvertimeHalfHours: 6, restDayOvertimeHalfHours: 0, holidayOvertimeHalfHours: 0 },
  ...{ severanceHalfMonths: 0, severanceMonthlyFen: 0, additions: [], deductions: [] },
};

async function drafted(ask: Ask): Promise<LeavingDetail> {
  const input = { ...step(), settlement: figures };
  return ask.call<OffboardingContract['draftSettlement']>(finance, 'offboarding', 'draftSettlement', input);
}

async function confirming(ask: Ask) {
  const seenTotalFen = (await drafted(ask)).settlement?.statement?.totalFen ?? 0;
  return { ...step(), seenTotalFen };
}

/** Nothing that 王磊 asked waits for an answer: payment would. */
async function answered(ask: Ask): Promise<void> {
  for (const { questionId, outcome } of (await wangs(ask)).questions) {
    if (outcome !== null) continue;
    const input = { ...step(), questionId, outcome: 'explained' as const, words: '按制度计算' };
    await ask.call<OffboardingContract['answerQuestion']>(hr, 'offboarding', 'answerQuestion', input);
  }
}

/** 王磊 asks about the first line of what was confirmed. */
async function questioning(ask: Ask) {
  const input = await confirming(ask);
  await ask.call<OffboardingContract['confirmSettlement']>(hr, 'offboarding', 'confirmSettlement', input);
  return { ...step(), lineAt: 0, seenTotalFen: input.seenTotalFen, words: '少算了两天' };
}

export const offboardingSamples: SampleCalls['offboarding'] = {
  readGuide: always(linXiao, () => ({})),
  changeGuide: always(hr, () => ({
    sections: shippedSections.slice(0, 3),
    seenVersion: 0,
    requestId: requestId(),
  })),
  submitResignation: always(weChatOf('钱惠'), () => ({ ...words, requestId: requestId() })),
  withdrawResignation: onSubmitted(weChatOf('陈一诺'), weChatOf('陈一诺')),
  readMyLeaving: always(wang, () => ({})),
  openLeaving: always(hr, () => ({
    ...{ employmentId: employmentOf('许知夏'), kind: 'contractEnd', ground: null, lastDay: dayOf(new Date()) },
    ...{ words: '劳动合同到期，不再续签', isUnionTold: false, isPaidInLieu: false, requestId: requestId() },
    ...{ contractEndsOn: dayOf(new Date()), retirementWay: null, isAgeConfirmed: false },
  })),
  acknowledgeResignation: onSubmitted(hr, linXiao, ({ legalLastDay }) => ({ lastDay: legalLastDay })),
  changeLastDay: { as: hr, input: async (ask) => ({ ...step(), lastDay: (await wangs(ask)).lastDay }) },
  openTalk: always(hr, step),
  settleTalk: {
    as: hr,
    async input(ask) {
      if ((await wangs(ask)).talk === null) {
        await ask.call<OffboardingContract['openTalk']>(hr, 'offboarding', 'openTalk', step());
      }
      return { ...step(), outcome: 'confirmed' };
    },
  },
  answerWithdrawal: {
    as: hr,
    async input(ask) {
      if (!(await wangs(ask)).isWithdrawalAsked) {
        await ask.call<OffboardingContract['withdrawResignation']>(wang, 'offboarding', 'withdrawResignation', step());
      }
      return { ...step(), answer: 'declined', words: '交接已经过半' };
    },
  },
  listLeavings: always(hr, () => ({ shelf: 'running' })),
  readLeaving: always(hr, one),
  listClearances: always(it, () => ({ owner: 'it' })),
  settleRow: always(it, () => ({
    ...{ ...step(), rowId: 'r2', outcome: 'returned', words: '', costFen: null, evidenceFileId: null },
  })),
  addHandoverItem: always(wang, () => ({
    ...{ ...step(), what: '发布流程的权限', where: '发布平台', receiverId: personOf('林晓') },
  })),
  reassignHandoverItem: always(wang, () => ({
    ...{ ...step(), itemId: seededHandoverItemId(2), receiverId: personOf('林晓') },
  })),
  removeHandoverItem: always(wang, () => ({ ...step(), itemId: seededHandoverItemId(2) })),
  signHandoverItem: always(linXiao, () => ({ ...step(), itemId: seededHandoverItemId(1) })),
  draftSettlement: always(finance, () => ({ ...step(), settlement: figures })),
  confirmSettlement: { as: hr, input: confirming },
  recordPayment: {
    as: finance,
    async input(ask) {
      const input = await confirming(ask);
      await ask.call<OffboardingContract['confirmSettlement']>(hr, 'offboarding', 'confirmSettlement', input);
      await answered(ask);
      return { ...step(), paidOn: dayOf(new Date()) };
    },
  },
  questionSettlement: { as: wang, input: questioning },
  answerQuestion: {
    as: hr,
    async input(ask) {
      const input = await questioning(ask);
      const call = 'questionSettlement';
      const asked = await ask.call<OffboardingContract['questionSettlement']>(wang, 'offboarding', call, input);
      const questionId = asked.questions.at(-1)?.questionId;
      return { ...step(), questionId, outcome: 'explained', words: '年假按两倍补，另一倍已在当月工资里' };
    },
  },
  exportSettlements: always(finance, () => ({ month: dayOf(new Date()).slice(0, 7) })),
  readTemplate: always(hr, () => ({})),
  changeTemplate: always(hr, () => ({ rows: [...shippedRows], seenVersion: 0, requestId: requestId() })),
  noteInterviewSettled: always('system', () => ({
    ...{ employmentId: employmentOf('王磊'), outcome: 'completed', at: new Date().toISOString() },
    requestId: requestId(),
  })),
};
