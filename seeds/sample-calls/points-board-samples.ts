import type { InputOf, OutputOf } from '../../shared/kernel/contract';
import { dayOf } from '../../shared/kernel/day';
import type { PointsContract } from '../../shared/points/contract';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls } from './sample-call';

const terms = {
  title: '阅读公司新闻',
  points: 3,
  dailyTimes: 2,
  monthlyPoints: 60,
  coolDownMinutes: 1,
  audience: 'everyone',
} satisfies InputOf<PointsContract['tryRule']>['terms'];

const tried = async (ask: Ask) =>
  ask.call<PointsContract['tryRule']>(hr, 'points', 'tryRule', { key: 'newsRead', terms, requestId: requestId() });

/** A line of 林晓 that nobody asked about yet: every sample takes another one. */
async function unaskedEntry(ask: Ask): Promise<string> {
  const list = { limit: 50 };
  const { items } = await ask.call<PointsContract['listLedger']>(linXiao, 'points', 'listLedger', list);
  for (const { _id } of items) {
    const read = { entryId: _id };
    const { pointCase } = await ask.call<PointsContract['readMyEntry']>(linXiao, 'points', 'readMyEntry', read);
    if (!pointCase) return _id;
  }
  throw new Error('林晓 asked about everything');
}

async function askedCase(ask: Ask): Promise<OutputOf<PointsContract['askAboutEntry']>> {
  const input = { entryId: await unaskedEntry(ask), question: '这笔是不是记错了', requestId: requestId() };
  return ask.call<PointsContract['askAboutEntry']>(linXiao, 'points', 'askAboutEntry', input);
}

type BoardCall =
  | 'readInflationBoard'
  | 'listBookedLines'
  | 'changeBoardThresholds'
  | 'tryRule'
  | 'advanceRuleTrial'
  | 'readRuleTrial'
  | 'tryGiftPrice'
  | 'listFindings'
  | 'noteFinding'
  | 'askAboutEntry'
  | 'readMyEntry'
  | 'listPointCases'
  | 'answerPointCase'
  | 'exportRedemptionValues';

export const pointsBoardSamples: Pick<SampleCalls['points'], BoardCall> = {
  readInflationBoard: always(hr, () => ({})),
  listBookedLines: always(hr, () => {
    const today = dayOf(new Date());
    return { from: `${today.slice(0, 7)}-01`, until: today, source: null };
  }),
  changeBoardThresholds: always(hr, () => ({
    thresholds: { recoveryBelowPercent: 35, topTenthAbovePercent: 45, heldAbovePoints: 20_000, weeksAbove: 10 },
    tellsMe: true,
    requestId: requestId(),
  })),
  tryRule: always(hr, () => ({ key: 'newsRead', terms, requestId: requestId() })),
  advanceRuleTrial: {
    as: hr,
    input: async (ask) => ({ trialId: (await tried(ask))._id, requestId: requestId() }),
  },
  readRuleTrial: { as: hr, input: async (ask) => ({ trialId: (await tried(ask))._id }) },
  tryGiftPrice: always(hr, () => ({ giftId: 'seed-gift-mug', costPoints: 150 })),
  listFindings: always(hr, () => ({ state: 'open' })),
  noteFinding: {
    as: hr,
    input: async (ask) => {
      const list = { state: 'open' } as const;
      const { items } = await ask.call<PointsContract['listFindings']>(hr, 'points', 'listFindings', list);
      const about = items.find(({ personId }) => personId === personOf('马会敏'));
      return { findingId: about?._id, note: '问过了，她负责汇编周报', requestId: requestId() };
    },
  },
  askAboutEntry: {
    as: linXiao,
    input: async (ask) => ({ entryId: await unaskedEntry(ask), question: '少记了一次', requestId: requestId() }),
  },
  readMyEntry: { as: linXiao, input: async (ask) => ({ entryId: await unaskedEntry(ask) }) },
  listPointCases: always(hr, () => ({ state: 'open' })),
  answerPointCase: {
    as: hr,
    input: async (ask) => ({
      caseId: (await askedCase(ask))._id,
      outcome: 'corrected',
      points: 5,
      answer: '那天漏记了一次，已经补上',
      requestId: requestId(),
    }),
  },
  exportRedemptionValues: always(hr, () => ({ month: dayOf(new Date()).slice(0, 7) })),
};
