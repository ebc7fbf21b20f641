import { instant, momentOn } from '../../shared/kernel/day';
import { readJoinedHolders } from '../platform/identity';
import { deliver } from '../platform/outbox';
import type { Duty, StoredSuggestion } from './documents';
import { store } from './store';

const suggestionPage = (suggestionId: string) => `/packages/suggestions/pages/suggestion/suggestion?id=${suggestionId}`;

const requestOf = (word: string, id: string) =>
  `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.padEnd(16, '0').slice(0, 64);
const personsAtOnce = 100;
/** The task ends with the day by which it is due. */
const endOfDay = '23:59';

/** 今天 of everybody in HR but the author: answer by that day. Who has the task is noted first, to take it back later. */
export async function putTask(suggestion: StoredSuggestion, duty: Duty, now: Date): Promise<boolean> {
  const { _id, title, answerBy, state, authorId } = suggestion;
  if (answerBy === null) return true;
  const holders = (await readJoinedHolders('hr', now)).map(({ personId }) => personId).filter((id) => id !== authorId);
  if (holders.length === 0) return true;
  const taskHolders = [...new Set([...suggestion.taskHolders, ...holders])];
  await store.suggestions.changeOne({ _id }, { taskHolders });
  const line = { inReview: '有一条建议要先看一眼', considered: '说好的日子要到了，给个结论' }[state as string];
  const input = {
    ...{ taskId: _id, personIds: holders, kind: 'task', lane: 'do', title, line: line ?? '有一条制度建议等你答复' },
    ...{ button: '去答复', page: suggestionPage(_id), dueAt: instant(momentOn(answerBy, endOfDay)), closesAt: null },
    ...{ at: duty.at, requestId: requestOf('task', duty.key) },
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

export function clearTask({ _id, taskHolders }: StoredSuggestion, duty: Duty, now: Date): Promise<boolean> {
  if (taskHolders.length === 0) return Promise.resolve(true);
  const input = { taskId: _id, personIds: taskHolders, at: duty.at, requestId: requestOf('done', duty.key) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}

/** What became of it, in words for its author and for those who support it. */
function newsOf({ state, answers, takenDownReason, title }: StoredSuggestion) {
  const last = answers.at(-1);
  const isDone = last?.kind === 'done';
  const word = { considered: '已经在研究', adopted: '被采纳了', declined: '有答复了', takenDown: '没有展示' }[
    state as string
  ];
  const line = state === 'takenDown' ? (takenDownReason ?? '') : (last?.words ?? title);
  return { verb: isDone ? '有进展了' : (word ?? '可以看到了'), line: line || title };
}

async function tell(
  suggestion: StoredSuggestion,
  personIds: readonly string[],
  beginning: string,
  duty: Duty,
  now: Date,
) {
  const { verb, line } = newsOf(suggestion);
  for (let from = 0; from < personIds.length; from += personsAtOnce) {
    const input = {
      ...{
        factId: `${suggestion._id}.${duty.key}`.slice(0, 64),
        personIds: personIds.slice(from, from + personsAtOnce),
      },
      ...{ kind: 'community', title: `${beginning}${verb}`, line, at: duty.at },
      ...{ page: suggestionPage(suggestion._id), requestId: requestOf(`tell${from}`, duty.key) },
    };
    if (!(await deliver({ to: 'today', call: 'notify', input }, now))) return false;
  }
  return true;
}

export const tellAuthor = (suggestion: StoredSuggestion, duty: Duty, now: Date) =>
  tell(suggestion, [suggestion.authorId], '你的建议', duty, now);

export const tellSupporters = (suggestion: StoredSuggestion, duty: Duty, now: Date) =>
  tell(suggestion, suggestion.supporters, '你支持的建议', duty, now);
