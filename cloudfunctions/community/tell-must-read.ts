import type { Instant } from '../../shared/kernel/scalar';
import { deliver } from '../platform/outbox';
import type { StoredArticle } from './rules/article';

const taskIdOf = (articleId: string) => `${articleId}.must`;
const requestOf = (word: string, id: string) => `${word}-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64);

/** A message once, and a task on 今天 until it is read. True once everybody has both, or there is nobody. */
export async function putReadTask(
  { _id, title, summary }: StoredArticle,
  personIds: readonly string[],
  at: Instant,
  now: Date,
): Promise<boolean> {
  if (personIds.length === 0) return true;
  const to = { personIds, page: `/packages/community/pages/article/article?id=${_id}`, at };
  const heading = `必读：${title}`;
  const line = summary || '请在今天抽空读完';
  const notice = {
    ...to,
    factId: taskIdOf(_id),
    kind: 'news',
    title: heading,
    line,
    requestId: requestOf('must', _id),
  };
  if (!(await deliver({ to: 'today', call: 'notify', input: notice }, now))) return false;
  const task = { ...to, taskId: taskIdOf(_id), kind: 'news', lane: 'do', title: heading, line, button: '去读' };
  const when = { dueAt: null, closesAt: null, requestId: requestOf('read', _id) };
  return deliver({ to: 'today', call: 'putTask', input: { ...task, ...when } }, now);
}

/** The task is gone for these: they have read it, or need not any more. */
export function clearReadTask(
  articleId: string,
  personIds: readonly string[],
  at: Instant,
  now: Date,
): Promise<boolean> {
  if (personIds.length === 0) return Promise.resolve(true);
  const input = { taskId: taskIdOf(articleId), personIds, at, requestId: requestOf('done', articleId) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}
