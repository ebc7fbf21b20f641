import { addDays, dayOf } from '../../shared/kernel/day';
import type { SuggestionsContract } from '../../shared/suggestions/contract';
import { seededSuggestionId } from '../suggestions-documents';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls } from './sample-call';

const draft = () => ({
  ...{ topic: 'growth' as const, title: '每季度一天技术分享日', text: '各部门轮流讲，录像放进学习里。' },
  ...{ isNamed: true, requestId: requestId() },
});

/** A fresh suggestion of 林晓; its id. */
async function made(ask: Ask): Promise<string> {
  const call = ask.call<SuggestionsContract['makeSuggestion']>;
  return (await call(linXiao, 'suggestions', 'makeSuggestion', draft()))._id;
}

/** One that HR has looked at where the content check was not sure. */
async function shown(ask: Ask): Promise<string> {
  const suggestionId = await made(ask);
  const judge = ask.call<SuggestionsContract['judgeSuggestion']>;
  const verdict = { suggestionId, verdict: 'show', reason: null, requestId: requestId() } as const;
  return (await judge(hr, 'suggestions', 'judgeSuggestion', verdict))._id;
}

const water = () => ({ suggestionId: seededSuggestionId('water'), requestId: requestId() });

export const suggestionsSamples: SampleCalls['suggestions'] = {
  makeSuggestion: always(linXiao, draft),
  listSuggestions: always(linXiao, () => ({ which: 'waiting' })),
  listMySuggestions: always(linXiao, () => ({})),
  readSuggestion: always(linXiao, () => ({ suggestionId: seededSuggestionId('remote') })),
  supportSuggestion: always(linXiao, () => ({ ...water(), isSupported: true })),
  withdrawSuggestion: {
    as: linXiao,
    input: async (ask) => ({ suggestionId: await made(ask), requestId: requestId() }),
  },
  listToAnswer: always(hr, () => ({})),
  judgeSuggestion: {
    as: hr,
    input: async (ask) => ({
      ...{ suggestionId: await made(ask), verdict: 'takeDown', reason: '和另一条重复了', requestId: requestId() },
    }),
  },
  considerSuggestion: {
    as: hr,
    input: async (ask) => ({
      ...{ suggestionId: await shown(ask), decideBy: addDays(dayOf(new Date()), 30), requestId: requestId() },
      words: '先问问各部门的想法。',
    }),
  },
  decideSuggestion: {
    as: hr,
    input: async (ask) => ({
      ...{
        suggestionId: await shown(ask),
        verdict: 'adopted',
        words: '采纳，明年一季度开始。',
        requestId: requestId(),
      },
    }),
  },
  takeByline: always('system', () => ({
    ...{ fact: { personId: personOf('孙倩'), isNamed: false }, requestId: requestId() },
  })),
  recordOutcome: always(hr, () => ({
    ...{ suggestionId: seededSuggestionId('meeting-rooms'), requestId: requestId() },
    words: '三个楼层都用上了。',
  })),
  readCorePosts: always(hr, () => ({})),
  changeCorePosts: always(hr, () => ({ positions: ['研发经理', '客户顾问'], requestId: requestId() })),
};
