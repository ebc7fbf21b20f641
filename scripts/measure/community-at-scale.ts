import { type LargeScale, largeCompany, largeScale } from '../../seeds/large/large-company';
import type { SampleCall } from '../../seeds/sample-calls/sample-call';
import { weChatOf } from '../../seeds/sample-calls/sample-call';
import { sampleCalls } from '../../seeds/sample-calls/sample-calls';
import { contracts } from '../../shared/contracts';
import type { LongList } from './long-lists';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';
import { cost, countedOf, type Page, pagesOf } from './request-costs';

/** The company as issue 6 starts from, and as large as it names. */
const smallScale: LargeScale = { people: 100, posts: 100 };

const linXiao = weChatOf('林晓');
const hr = weChatOf('周岚');
const contexts = ['community', 'today', 'recognition', 'suggestions'] as const;
const all = 'all';

const lists: readonly LongList[] = [
  { name: all, as: linXiao, context: 'community', call: 'listFeed', input: {} },
  { name: 'interests', as: linXiao, context: 'community', call: 'listFeed', input: { interests: ['徒步', '读书'] } },
  { name: 'questions', as: linXiao, context: 'community', call: 'listFeed', input: { kind: 'question' } },
  { name: 'topic', as: linXiao, context: 'community', call: 'listFeed', input: { topic: '徒步' } },
  { name: all, as: linXiao, context: 'community', call: 'listNews', input: {} },
  { name: all, as: hr, context: 'community', call: 'listOpinionLeaders', input: {} },
  { name: 'wall', as: linXiao, context: 'recognition', call: 'listThanks', input: {} },
  { name: 'waiting', as: linXiao, context: 'suggestions', call: 'listSuggestions', input: { which: 'waiting' } },
  { name: 'answered', as: linXiao, context: 'suggestions', call: 'listSuggestions', input: { which: 'answered' } },
  { name: all, as: linXiao, context: 'today', call: 'listInbox', input: {} },
];

/** Requests to the database at most, identity included; those of functions that are asked are their own (issue 6). */
const budgets: Readonly<Record<string, number>> = {
  'community.listFeed': 2,
  'community.publishPost': 3,
  'community.likePost': 2,
  'community.listNews': 2,
  'recognition.listThanks': 2,
  'suggestions.listSuggestions': 2,
  'today.readToday': 2,
  'today.listInbox': 2,
};

type Cost = Pick<Page, 'action' | 'case' | 'page' | 'ownRequests' | 'ownExamined'>;

/** Documents that may be examined more at the large size: rows that a page has at most, and room for the first. */
const mostExaminedMore = 30;

/** What the samples left and the day's walk through a thousand colleagues are done by then; later minutes are alike. */
const minutesOfWork = 8;

/** Every sample call of the community's contexts, the lists at both ends, and each sweep. */
async function* costsOf(built: BuiltCloud): AsyncIterable<Cost> {
  for (const list of lists) yield* pagesOf(built, list, 0);
  for (const context of contexts) {
    const samples: Record<string, SampleCall> = sampleCalls[context];
    for (const call of Object.keys(contracts[context])) {
      const sample = samples[call];
      if (!sample) continue;
      const input = await sample.input(built.ask);
      const { counted } = await cost(built, sample.as, context, call, input);
      yield { action: `${context}.${call}`, case: 'sample', page: 1, ...counted };
    }
    for (let minute = 0; minute < minutesOfWork; minute += 1) await built.cloud.runTimer(context, 'minute');
    built.cloud.requests.clear();
    await built.cloud.runTimer(context, 'minute');
    const { dbRequests: ownRequests, examined: ownExamined } = countedOf(built);
    yield { action: `${context}.minute`, case: 'sweep', page: 1, ownRequests, ownExamined };
  }
}

async function costsAt(root: string, scale: LargeScale): Promise<Cost[]> {
  const built = await openBuiltCloud(root, { timers: false });
  try {
    for (const seed of largeCompany(scale, new Date())) await built.cloud.seed(seed);
    const costs: Cost[] = [];
    for await (const line of costsOf(built)) costs.push(line);
    return costs;
  } finally {
    await built.close();
  }
}

/**
 * What the community's calls cost among a hundred people and posts, and among a thousand people and 100,000 posts.
 *
 * @throws when a call costs more requests there, examines more than a page more, or is beyond what issue 6 allows
 */
export async function* communityAtScale(root: string): AsyncIterable<object> {
  const small = await costsAt(root, smallScale);
  const grown: string[] = [];
  for (const large of await costsAt(root, largeScale)) {
    const { action, page } = large;
    const before = small.find((one) => one.action === action && one.case === large.case && one.page === 1) ?? large;
    const budget = budgets[action] ?? before.ownRequests;
    const isDearer =
      large.ownRequests > Math.min(budget, before.ownRequests) ||
      large.ownExamined > before.ownExamined + mostExaminedMore;
    if (isDearer) grown.push(`${action} (${large.case}, page ${page})`);
    yield {
      ...{ action, case: large.case, page, budget: budgets[action] ?? null },
      atHundred: { dbRequests: before.ownRequests, examined: before.ownExamined },
      atHundredThousand: { dbRequests: large.ownRequests, examined: large.ownExamined },
    };
  }
  if (grown.length > 0) throw new Error(`These cost more in a large company: ${grown.join(', ')}`);
}
