import { dayOf, instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { readJoinedHolders } from '../../platform/identity';
import { deliver } from '../../platform/outbox';
import type { FaqDuty, StoredFaq } from '../rules/faq';
import { faqs } from '../store';
import { tell } from '../tell';

const atOnce = 50;
const page = '/packages/community/pages/faq/faq?which=toReview';
const requestOf = (word: string, id: string) => `${word}-faq-${id.replace(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 64);

async function putTask(entry: StoredFaq, now: Date): Promise<boolean> {
  const { _id, question, state } = entry;
  const holders = (await readJoinedHolders('hr', now)).map(({ personId }) => personId);
  if (holders.length === 0) return true;
  await faqs.changeOne({ _id }, { taskHolders: [...new Set([...entry.taskHolders, ...holders])] });
  const line = state === 'proposed' ? '有人推荐放进常见问题' : '到了复核的日子，看看还对不对';
  const input = {
    ...{ taskId: _id, personIds: holders, kind: 'task', lane: 'do', title: question, line, page },
    ...{ button: '去看看', dueAt: null, closesAt: null, at: instant(now), requestId: requestOf('task', _id) },
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

function clearTask({ _id, taskHolders }: StoredFaq, now: Date): Promise<boolean> {
  if (taskHolders.length === 0) return Promise.resolve(true);
  const input = { taskId: _id, personIds: taskHolders, at: instant(now), requestId: requestOf('done', _id) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}

function tellCredit({ _id, creditId, question, postId }: StoredFaq, now: Date): Promise<boolean> {
  const told = { factId: `${_id}.faq`.slice(-64), personIds: [creditId], title: '你的回答放进了常见问题' };
  return tell({ ...told, line: question, postId }, now);
}

const settlers: Record<FaqDuty, (entry: StoredFaq, now: Date) => Promise<boolean>> = {
  putTask,
  clearTask,
  tell: tellCredit,
};

/** HR's tasks about 常见问题, and the word to whoever answered. Each step is harmless when done twice. */
export async function settleFaqs(now: Date): Promise<{ faqs: number }> {
  const [at, today] = [instant(now), dayOf(now)];
  const due = await faqs.list({ where: { reviewTaskOn: is.between('', today) }, limit: atOnce });
  for (const { _id, reviewTaskOn } of due) {
    const owed = { duties: by.appending(['putTask']), dutiesSince: at, reviewTaskOn: null };
    await faqs.changeOne({ _id, reviewTaskOn }, owed);
  }
  const owing = await faqs.list({ where: { dutiesSince: is.between('', at) }, sortedBy: 'dutiesSince', limit: atOnce });
  for (const entry of owing) {
    const done: FaqDuty[] = [];
    for (const duty of entry.duties) if (await settlers[duty](entry, now)) done.push(duty);
    if (done.length < entry.duties.length) continue;
    const { _id, lastRequestId, dutiesSince } = entry;
    await faqs.changeOne({ _id, lastRequestId, dutiesSince }, { duties: [], dutiesSince: null });
  }
  return { faqs: owing.length };
}
