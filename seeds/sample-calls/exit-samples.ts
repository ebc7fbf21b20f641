import { wordsKeyOf } from '../../cloudfunctions/exit/documents';
import { firstReasons } from '../../cloudfunctions/exit/rules/first-reasons';
import type { ExitContract } from '../../shared/exit/contract';
import type { InputOf, OutputOf } from '../../shared/kernel/contract';
import { dayOf, minutesAfter } from '../../shared/kernel/day';
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
const about = (name = leaver) => ({
  ...{ factId: requestId(), employmentId: employmentOf(name), personId: personOf(name) },
  at: new Date().toISOString(),
});
const acknowledged = (name = leaver): InputOf<ExitContract['noteLeavingAcknowledged']> => ({
  fact: { ...about(name), kind: 'resignation', lastDay: dayOf(new Date()), reasonId: 'r-career-growth' },
  requestId: requestId(),
});

async function interviewOpened(ask: Ask, name = leaver): Promise<string> {
  const fact = acknowledged(name);
  await ask.call<ExitContract['noteLeavingAcknowledged']>('system', 'exit', 'noteLeavingAcknowledged', fact);
  return employmentOf(name);
}

/** What ends an interview is tried on people of their own, so that the other samples find one that is open. */
const onInterview = async (ask: Ask, name = leaver) => ({
  employmentId: await interviewOpened(ask, name),
  requestId: requestId(),
});

/** Somebody who reports to 顾怀远 leaves; a different one each time, since a view is written once. */
async function reportLeaves(ask: Ask): Promise<string> {
  const employmentId = employmentOf('林晓');
  const fact = { ...acknowledged().fact, factId: requestId(), employmentId, personId: personOf('林晓') };
  const withdrawn = { factId: requestId(), employmentId, personId: fact.personId, at: fact.at };
  const told = { fact: withdrawn, requestId: requestId() };
  await ask.call<ExitContract['noteLeavingWithdrawn']>('system', 'exit', 'noteLeavingWithdrawn', told);
  const again = { fact, requestId: requestId() };
  await ask.call<ExitContract['noteLeavingAcknowledged']>('system', 'exit', 'noteLeavingAcknowledged', again);
  return employmentId;
}

const offered = () =>
  firstReasons.map(({ words, reasons }) => ({
    ...{ id: null, words },
    reasons: [
      ...reasons.map((reason) => ({ id: null, words: reason.words })),
      { id: null, words: `${words}：没有列出的` },
    ],
  }));

/** A paper that 林晓 waits for; its id. */
async function paperRequested(ask: Ask): Promise<string> {
  const mine = await ask.call<ExitContract['listMyPapers']>(linXiao, 'exit', 'listMyPapers', {});
  const waiting = mine.items.find(({ state }) => state === 'requested');
  if (waiting) return waiting._id;
  const input = { kind: 'income', purpose: '租房', requestId: requestId() } as const;
  return (await ask.call<ExitContract['requestPaper']>(linXiao, 'exit', 'requestPaper', input))._id;
}

async function paperIssued(ask: Ask): Promise<OutputOf<ExitContract['issuePaper']>> {
  const input = { paperId: await paperRequested(ask), monthlyFen: 1_850_000, requestId: requestId() };
  return ask.call<ExitContract['issuePaper']>(hr, 'exit', 'issuePaper', input);
}

const improvement = (): InputOf<ExitContract['openImprovement']> => ({
  ...{ title: '减少连续夜班', about: { cut: 'reason', key: 'g-work' }, ownerPersonId: personOf('顾怀远') },
  ...{ dueOn: '2027-03-31', from: '2027H1', requestId: requestId() },
});

const improvementOpened = async (ask: Ask) =>
  (await ask.call<ExitContract['openImprovement']>(hr, 'exit', 'openImprovement', improvement()))._id;

const shared = (): InputOf<ExitContract['saveMyAlumniRecord']> => ({
  ...{ consents: { contact: true, news: true, jobs: false }, contact: '微信同手机号', nowDoing: '读研，方向是传播' },
  ...{ wouldReturn: 'perhaps', expertIn: ['内容运营'], requestId: requestId() },
});

const sunQian = weChatOf('孙倩');

export const exitSamples: SampleCalls['exit'] = {
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
  listExitInterviews: always(hr, () => ({ state: 'pending' })),
  readExitInterview: { as: hr, input: async (ask) => ({ employmentId: await interviewOpened(ask) }) },
  readExitPortrait: { as: hr, input: async (ask) => ({ employmentId: await interviewOpened(ask) }) },
  inviteToExitInterview: { as: hr, input: onInterview },
  scheduleExitInterview: {
    as: hr,
    input: async (ask) => ({
      ...(await onInterview(ask)),
      ...{ scheduledAt: minutesAfter(new Date(), 60), place: '总部会议室', interviewerName: '周岚' },
    }),
  },
  recordExitTalk: {
    as: hr,
    input: async (ask) => ({
      ...(await onInterview(ask, '赵启明')),
      ...{ reasonId: 'r-career-growth', notes: '想带团队', suggestions: '', outcome: 'exitConfirmed' },
    }),
  },
  cancelExitInterview: {
    as: hr,
    input: async (ask) => ({ ...(await onInterview(ask, '马会敏')), reason: '本人不愿意谈' }),
  },
  readMyExitInterview: always(weChatOf(leaver), () => ({})),
  saveMyExitForm: {
    as: weChatOf(leaver),
    input: async (ask) => {
      const input = await onInterview(ask);
      await ask.call<ExitContract['inviteToExitInterview']>(hr, 'exit', 'inviteToExitInterview', input);
      const answers = { story: '想试试更大的团队', suggestions: '', plans: '带团队', isHandedIn: false };
      const choices = { reasonIds: ['r-career-growth'], wouldReturn: 'perhaps', wouldRecommend: 8 } as const;
      return { ...input, ...answers, ...choices, requestId: requestId() };
    },
  },
  readManagerView: { as: weChatOf('顾怀远'), input: async (ask) => ({ employmentId: await reportLeaves(ask) }) },
  recordManagerView: {
    as: weChatOf('顾怀远'),
    input: async (ask) => ({
      ...{ employmentId: await reportLeaves(ask), reasonId: 'r-private-move', words: '', requestId: requestId() },
    }),
  },
  bringPastLeavings: always(hr, () => ({ status: 'alumni', requestId: requestId() })),
  listReasonWords: always(hr, () => ({})),
  assignReasonWords: always(hr, () => ({
    ...{ items: [{ wordsId: wordsKeyOf('继续深造'), reasonId: 'r-career-study' }], requestId: requestId() },
  })),
  readExitBoard: always(hr, () => ({})),
  openImprovement: always(hr, improvement),
  listMyImprovements: always(weChatOf('顾怀远'), () => ({})),
  reportImprovement: {
    as: weChatOf('顾怀远'),
    input: async (ask) => ({
      ...{ improvementId: await improvementOpened(ask), words: '排班表改好了，先试两周', requestId: requestId() },
    }),
  },
  passOnImprovement: {
    as: hr,
    input: async (ask) => ({
      ...{ improvementId: await improvementOpened(ask), ownerPersonId: personOf('林晓'), requestId: requestId() },
    }),
  },
  finishImprovement: {
    as: hr,
    input: async (ask) => ({
      ...{ improvementId: await improvementOpened(ask), result: '夜班改成三班两运转', requestId: requestId() },
    }),
  },
  readSeal: always(hr, () => ({})),
  changeSeal: always(hr, () => ({ fileId: null, requestId: requestId() })),
  readMyAlumniRecord: always(sunQian, () => ({})),
  saveMyAlumniRecord: always(sunQian, shared),
  eraseMyAlumniRecord: always(sunQian, () => ({ requestId: requestId() })),
  listAlumni: always(hr, () => ({})),
  markCoreAlumnus: {
    as: hr,
    input: async (ask) => {
      await ask.call<ExitContract['saveMyAlumniRecord']>(sunQian, 'exit', 'saveMyAlumniRecord', shared());
      return { personId: personOf('孙倩'), isCore: true, requestId: requestId() };
    },
  },
};
