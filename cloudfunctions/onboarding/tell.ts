import { createHash } from 'node:crypto';
import { momentOn } from '../../shared/kernel/day';
import { deliver } from '../platform/outbox';
import type { StoredRun } from './documents';
import { myRunPage, runPage } from './rules/run-page';
import { never } from './rules/run-totals';
import { store } from './store';

const myListPage = '/packages/onboarding/pages/my-list/my-list';

/** A request id that follows from a cause. */
export const requestOf = (cause: string) => createHash('sha256').update(cause).digest('hex').slice(0, 40);

/** As `today` takes it: one line, however it was typed, and no longer than there is room for. */
export const oneLine = (text: string, most: number) => text.replace(/\s+/g, ' ').slice(0, most);

/** As many runs as are counted for one line of 今天. */
const mostCounted = 20;

const taskIdOf = (personId: string) => `boarding-${createHash('sha256').update(personId).digest('hex').slice(0, 24)}`;

type Open = Pick<StoredRun, '_id' | 'personId' | 'name' | 'openDueOn'>;

function lineOf(own: Open | undefined, others: readonly Open[]): { title: string; line: string; page: string } {
  if (own) return { title: '我的入职：有事等你做', line: '材料、课程和第一个月的每一步', page: myRunPage };
  const [first] = others;
  const names = others.slice(0, 3).map(({ name }) => name);
  const count = others.length >= mostCounted ? `${mostCounted} 位以上` : `${others.length} 位`;
  const line = others.length > 3 ? `${names.join('、')}等${count}新同事` : names.join('、');
  const page = others.length === 1 && first ? runPage(first._id) : myListPage;
  return { title: '新同事入职：有事等你做', line: oneLine(line, 120), page };
}

/**
 * 今天: one line for each person, however many runs wait for them; it goes when nothing does. Worked out from the runs
 * themselves, so that any order of changes ends with the right line.
 */
export async function refreshTask(personId: string, now: Date): Promise<boolean> {
  const where = { openOwnerIds: personId };
  const runs = await store.runs.list({
    ...{ where, sortedBy: 'sort', limit: mostCounted, fields: ['personId', 'name', 'openDueOn'] },
  });
  const at = now.toISOString();
  const whose = { taskId: taskIdOf(personId), personIds: [personId], at, requestId: requestOf(`${personId}.${at}`) };
  if (runs.length === 0) return deliver({ to: 'today', call: 'clearTask', input: whose }, now);
  const own = runs.find((run) => run.personId === personId);
  const [soonest = never] = runs.map(({ openDueOn }) => openDueOn).sort();
  const dueAt = soonest === never ? null : momentOn(soonest, '18:00').toISOString();
  const others = runs.filter((run) => run.personId !== personId);
  const input = {
    ...whose,
    ...lineOf(own, others),
    kind: 'journey',
    lane: 'do',
    button: '去看看',
    dueAt,
    closesAt: null,
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}
