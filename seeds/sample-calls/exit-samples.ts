import { firstReasons } from '../../cloudfunctions/exit/rules/first-reasons';
import type { ExitContract } from '../../shared/exit/contract';
import type { InputOf, OutputOf } from '../../shared/kernel/contract';
import { dayOf } from '../../shared/kernel/day';
import {
  type Ask,
  always,
  employmentOf,
  hr,
  linXiao,
  personOf,
  requestId,
  type SampleCalls,
  weChatOf,
} from './sample-call';

/** Somebody of 市场部 whose resignation was acknowledged. */
const leaver = '陈一诺';
const about = () => ({
  ...{ factId: requestId(), employmentId: employmentOf(leaver), personId: personOf(leaver) },
  at: new Date().toISOString(),
});
const acknowledged = (): InputOf<ExitContract['noteLeavingAcknowledged']> => ({
  fact: { ...about(), kind: 'resignation', lastDay: dayOf(new Date()), reasonId: 'r-career-growth' },
  requestId: requestId(),
});

export async function interviewOpened(ask: Ask): Promise<string> {
  await ask.call<ExitContract['noteLeavingAcknowledged']>('system', 'exit', 'noteLeavingAcknowledged', acknowledged());
  return employmentOf(leaver);
}

const offered = () =>
  firstReasons.map(({ words, reasons }) => ({
    ...{ id: null, words },
    reasons: [
      ...reasons.map((reason) => ({ id: null, words: reason.words })),
      { id: null, words: `${words}：没有列出的` },
    ],
  }));

/** 林晓 asks for a paper; its id. */
async function paperRequested(ask: Ask): Promise<string> {
  const input = { kind: 'income', purpose: '租房', requestId: requestId() } as const;
  return (await ask.call<ExitContract['requestPaper']>(linXiao, 'exit', 'requestPaper', input))._id;
}

async function paperIssued(ask: Ask): Promise<OutputOf<ExitContract['issuePaper']>> {
  const input = { paperId: await paperRequested(ask), monthlyFen: 1_850_000, requestId: requestId() };
  return ask.call<ExitContract['issuePaper']>(hr, 'exit', 'issuePaper', input);
}

const sunQian = weChatOf('孙倩');

export const exitSamples: SampleCalls['exit'] = {
  readReasonList: always('system', () => ({})),
  listExitReasons: always(linXiao, () => ({})),
  changeExitReasons: {
    as: hr,
    input: async (ask) => {
      const asked = ask.call<ExitContract['listExitReasons']>(hr, 'exit', 'listExitReasons', {});
      return { groups: offered(), seenVersion: (await asked).version, requestId: requestId() };
    },
  },
  noteLeavingAcknowledged: always('system', acknowledged),
  noteLeavingWithdrawn: {
    as: 'system',
    input: async (ask) => {
      await interviewOpened(ask);
      return { fact: about(), requestId: requestId() };
    },
  },
  noteEmploymentEnded: always('system', () => ({
    fact: { ...about(), kind: 'resignation', relievingDate: dayOf(new Date()), reasonId: null },
    requestId: requestId(),
  })),
  issueLeavingCertificate: always('system', () => ({
    ...{ employmentId: employmentOf('孙倩'), relievingDate: dayOf(new Date()), at: new Date().toISOString() },
    requestId: requestId(),
  })),
  requestPaper: {
    as: linXiao,
    // Somebody who asks again and again is told to wait: each sample makes room for the next.
    input: async (ask) => {
      await paperIssued(ask);
      return { kind: 'employment', purpose: '办理签证', requestId: requestId() };
    },
  },
  listMyPapers: always(sunQian, () => ({})),
  openPaper: { as: linXiao, input: async (ask) => ({ paperId: (await paperIssued(ask))._id }) },
  listPaperRequests: always(hr, () => ({ state: 'requested' })),
  issuePaper: {
    as: hr,
    input: async (ask) => ({ paperId: await paperRequested(ask), monthlyFen: 1_850_000, requestId: requestId() }),
  },
  declinePaper: {
    as: hr,
    input: async (ask) => ({ paperId: await paperRequested(ask), reason: '请先确认用途', requestId: requestId() }),
  },
  verifyPaper: { as: linXiao, input: async (ask) => ({ code: (await paperIssued(ask)).code }) },
};
