import type { SampleCall } from '../../seeds/sample-calls/sample-call';
import { sampleCalls } from '../../seeds/sample-calls/sample-calls';
import { type ContextName, contracts } from '../../shared/contracts';
import type { CallDefinition } from '../../shared/kernel/contract';
import { bulkSeed } from './bulk-seed';
import { type LongList, longLists } from './long-lists';
import { type BuiltCloud, openBuiltCloud } from './open-built-cloud';

/** How many documents stand in each collection that grows. */
const bothSizes = [100, 100_000];
/** The last page that a walk reaches. */
const lateRange = 1000;

/** What one call cost, identity included. */
export async function cost(built: BuiltCloud, as: string, context: string, call: string, input: object) {
  built.cloud.requests.clear();
  const answer = await built.send(as, context, call, input);
  const counted = { ...countedOf(built), ...ownOf(built, answer.traceId) };
  return { answer, counted: { ...counted, ...(answer.ok ? {} : { refused: answer.code }) } };
}

/** What the function that was called asked itself, not those that it asked. */
function ownOf({ cloud }: BuiltCloud, traceId: string | undefined) {
  const made = cloud.requests.list().filter((one) => one.traceId === traceId && one.action.startsWith('database.'));
  return { ownRequests: made.length, ownExamined: made.reduce((sum, { examined }) => sum + examined, 0) };
}

/** What was asked of the cloud since the requests were cleared, by one call from outside. */
export function countedOf({ cloud }: Pick<BuiltCloud, 'cloud'>) {
  const made = cloud.requests.list();
  const database = made.filter(({ action }) => action.startsWith('database.'));
  return {
    functionCalls: 1 + made.filter(({ action }) => action === 'functions.invokeFunction').length,
    dbRequests: database.length,
    examined: database.reduce((sum, { examined }) => sum + examined, 0),
  };
}

/** Every call once on the seeded company with so many documents beside it, and each change a second time. */
async function* everyCall(built: BuiltCloud, size: number): AsyncIterable<object> {
  for (const context of Object.keys(contracts) as ContextName[]) {
    const samples: Record<string, SampleCall> = sampleCalls[context];
    for (const [call, definition] of Object.entries<CallDefinition>(contracts[context])) {
      const sample = samples[call];
      if (!sample) continue;
      const input = await sample.input(built.ask);
      const line = { action: `${context}.${call}`, size, page: 1 };
      yield { ...line, case: 'first', ...(await cost(built, sample.as, context, call, input)).counted };
      if (definition.kind === 'read') continue;
      yield { ...line, case: 'repeat', ...(await cost(built, sample.as, context, call, input)).counted };
    }
  }
}

/** What one page of a list cost. */
export interface Page extends ReturnType<typeof countedOf>, ReturnType<typeof ownOf> {
  action: string;
  case: string;
  size: number;
  page: number;
}

/** A list of so many rows at its first and at its last page up to the thousandth, walked by its cursors. */
export async function* pagesOf(built: BuiltCloud, list: LongList, size: number): AsyncIterable<Page> {
  const { as, context, call, name, input } = list;
  let cursor: string | null = null;
  for (let page = 1; page <= lateRange; page += 1) {
    const { answer, counted } = await cost(built, as, context, call, {
      ...input,
      ...(cursor === null ? {} : { cursor }),
    });
    if (!answer.ok) throw new Error(`${context}.${call} said ${answer.code}`);
    const { next } = answer.data as { next: string | null };
    const isLast = next === null || page === lateRange;
    if (page === 1 || isLast) yield { action: `${context}.${call}`, case: name, size, page, ...counted };
    if (isLast) return;
    cursor = next;
  }
}

/** What every action costs in requests to the database, at 100 and at 100,000 documents in each collection. */
export async function* requestCosts(root: string, sizes: readonly number[] = bothSizes): AsyncIterable<object> {
  for (const size of sizes) {
    // What a sweep asks at the full minute is not a call's.
    const built = await openBuiltCloud(root, { timers: false });
    try {
      await built.cloud.seed(bulkSeed(size));
      for (const list of longLists) yield* pagesOf(built, list, size);
      yield* everyCall(built, size);
    } finally {
      await built.close();
    }
  }
}
