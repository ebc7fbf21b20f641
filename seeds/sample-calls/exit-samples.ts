import { firstReasons } from '../../cloudfunctions/exit/rules/first-reasons';
import type { ExitContract } from '../../shared/exit/contract';
import type { InputOf } from '../../shared/kernel/contract';
import { dayOf } from '../../shared/kernel/day';
import { type Ask, always, employmentOf, hr, linXiao, personOf, requestId, type SampleCalls } from './sample-call';

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
};
