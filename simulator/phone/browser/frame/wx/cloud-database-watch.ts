import { reportError } from '../problems';
import type { Options } from './api';

type Doc = Record<string, unknown>;

/** How often a watched query is asked again, in ms; CloudBase itself pushes. */
const INTERVAL = 1000;

/**
 * `watch()` of a query: the documents are read again every second and compared. The first snapshot has
 * `type: 'init'`; a failure ends the watch, as in WeChat.
 */
export function watchQuery(read: () => Promise<unknown>, { onChange, onError }: Options): { close(): Promise<void> } {
  let closed = false;
  let before: Map<string, string> | undefined;
  let sequence = 0;
  const look = async (): Promise<void> => {
    const docs = (await read()) as Doc[];
    if (closed) return;
    const now = new Map(docs.map((doc) => [String(doc._id), JSON.stringify(doc)]));
    const docChanges = before === undefined ? docs.map((doc) => change('init', 'init', doc)) : compare(before, docs);
    const first = before === undefined;
    const gone = [...(before?.keys() ?? [])].filter((id) => !now.has(id));
    docChanges.push(...gone.map((id) => change('dequeue', 'remove', { ...parse(before?.get(id)), _id: id })));
    before = now;
    if (!first && docChanges.length === 0) return;
    const numbered = docChanges.map((each, index) => ({ id: index, ...each }));
    tell(onChange, { id: sequence, type: first ? 'init' : undefined, docs, docChanges: numbered });
    sequence += 1;
  };
  const repeat = (): void => {
    if (closed) return;
    look().then(
      () => setTimeout(repeat, INTERVAL),
      (failure: unknown) => {
        if (!closed) tell(onError, failure);
        closed = true;
      },
    );
  };
  repeat();
  return {
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}

function compare(before: ReadonlyMap<string, string>, docs: readonly Doc[]): ReturnType<typeof change>[] {
  return docs.flatMap((doc) => {
    const known = before.get(String(doc._id));
    if (known === undefined) return [change('enqueue', 'add', doc)];
    return known === JSON.stringify(doc) ? [] : [change('update', 'update', doc)];
  });
}

function change(queueType: string, dataType: string, doc: Doc) {
  return { queueType, dataType, docId: String(doc._id), doc };
}

function parse(text: string | undefined): Doc {
  return text === undefined ? {} : (JSON.parse(text) as Doc);
}

function tell(listener: unknown, value: unknown): void {
  if (typeof listener !== 'function') return;
  try {
    listener(value);
  } catch (error) {
    reportError('watch', error);
  }
}
