import { answerPatiently } from '../database/answer-read';
import { explainQuery } from '../database/explain';
import type { DeskParts } from '../desk-endpoint';
import { readDocument } from '../read-request';
import { listIdentities } from '../seed';

/** A look at one part of the cloud; what is returned is shown as JSON. */
export type DeskView = (parts: DeskParts, url: URL) => unknown;

const LINK_SECONDS = 3600;
const LOGS_PER_FUNCTION = 50;

/** Everything that `GET /cloud/…` shows. */
export const DESK_VIEWS: Readonly<Record<string, DeskView>> = {
  '/cloud/identities': ({ database }) => listIdentities(database),
  '/cloud/requests': ({ log }) => log.list(),
  '/cloud/functions': ({ runner }) => {
    const logs = runner?.logs.since(0) ?? [];
    return (runner?.list() ?? []).map((each) => {
      const own = logs.filter(({ functionName }) => functionName === each.name);
      return { ...each, logs: own.slice(-LOGS_PER_FUNCTION) };
    });
  },
  '/cloud/logs': ({ runner }, url) => runner?.logs.since(Number(url.searchParams.get('since') ?? 0)) ?? [],
  '/cloud/invocations': ({ runner }) => runner?.invocations.list() ?? [],
  '/cloud/timers': ({ timers }) => timers?.list() ?? [],
  '/cloud/outbox': ({ outbox }) => outbox.list(),
  '/cloud/clock': ({ clock }) => ({ now: clock.now().toISOString(), shiftMs: clock.shiftMs }),
  '/cloud/faults': ({ faults }) => faults.settings(),
  '/cloud/files': ({ files, now }) =>
    files.list().map((file) => {
      const { cloudPath, bytes, owner } = file;
      return { cloudPath, bytes, owner: owner ?? '', url: files.link(file, LINK_SECONDS, now()) };
    }),
  '/cloud/collections': ({ database, clock }) =>
    Promise.all(
      database.catalog.names().map(async (name) => {
        const request = { collectionName: name, query: '{}' };
        const { data } = await answerPatiently(database, 'database.calculateDocument', request, clock.now());
        const indexes = database.catalog.need(name).indexes.map(({ name: index, paths, descending, unique }) => ({
          name: index,
          keys: paths.map((path, position) => `${path} ${descending[position] === true ? '↓' : '↑'}`),
          unique,
        }));
        return { name, documents: data?.total, indexes };
      }),
    ),
};

/** What a person asks of a collection: Extended JSON, as they typed it. */
export interface DeskQuestion {
  collection: string;
  query: string;
  order: string;
  limit: number;
}

/** The documents that answer a question, and how they were found. */
export async function answerQuestion({ database, clock }: DeskParts, question: DeskQuestion): Promise<object> {
  const { collection, query, order, limit } = question;
  const request = { collectionName: collection, query, order, limit };
  const now = clock.now();
  const { data } = await answerPatiently(database, 'database.getDocument', request, now);
  const explanation = await explainQuery(database, {
    collection,
    query: readDocument({ query }, 'query', now),
    order: readDocument({ order }, 'order', now),
    limit,
  });
  const texts = Array.isArray(data?.list) ? data.list : [];
  return { documents: texts.map((text) => JSON.parse(String(text)) as unknown), explanation };
}
