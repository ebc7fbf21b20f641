import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { instant } from '../../shared/kernel/day';
import type { OwnerRole } from '../../shared/people/notice-calls';
import { by } from '../platform/db';
import { ask, deliver } from '../platform/outbox';
import { contentKey, type PutTask, type StoredSeparation } from './documents';
import { type Audience, type WantedTask, wantedTasks } from './rules/tasks';
import { type Telling, type Word, wantedTellings, wantedWords } from './rules/words';
import { store } from './store';

const requestOf = (id: string, key: string) =>
  `leaving-${createHash('sha256').update(`${id}:${key}`).digest('hex').slice(0, 40)}`;

/** Who is meant, asked once for each role; null while nobody can say. */
function resolver({ branchId }: StoredSeparation, now: Date) {
  const known = new Map<OwnerRole, Promise<string[] | null>>();
  const holders = async (role: OwnerRole): Promise<string[] | null> => {
    const answer = await ask('people', 'readRoleHolders', { role, branchId }, now);
    if (!answer.ok) return null;
    const personIds = answer.data.items.map(({ personId }) => personId);
    // Nobody has the role: HR has it in their place, so that no row waits for nobody.
    return personIds.length === 0 && role !== 'hr' ? holdersOnce('hr') : personIds;
  };
  const holdersOnce = (role: OwnerRole): Promise<string[] | null> => {
    const asked = known.get(role) ?? holders(role);
    known.set(role, asked);
    return asked;
  };
  return (audience: Audience) => ('personIds' in audience ? audience.personIds : holdersOnce(audience.role));
}

type Resolve = ReturnType<typeof resolver>;

async function sendWord({ _id }: StoredSeparation, { key, to, call, input }: Word, now: Date): Promise<boolean> {
  return deliver({ to, call, input: { ...input, requestId: requestOf(_id, key) } }, now);
}

async function tell(separation: StoredSeparation, telling: Telling, resolve: Resolve, now: Date): Promise<boolean> {
  const { _id, changedAt } = separation;
  const { key, audience, title, line, page } = telling;
  const personIds = await resolve(audience);
  if (personIds === null) return false;
  if (personIds.length === 0) return true;
  const notice = { factId: `${_id}.${key}`, personIds, kind: 'journey', title: title.slice(0, 40), line, page };
  const input = { ...notice, at: changedAt, requestId: requestOf(_id, `tell.${key}`) };
  return deliver({ to: 'today', call: 'notify', input }, now);
}

/** The tasks as they should be, with whom each is for; null for one whose persons nobody can name yet. */
async function wantedPuts(separation: StoredSeparation, resolve: Resolve) {
  const wanted = wantedTasks(separation);
  const persons = await Promise.all(wanted.map(({ audience }) => resolve(audience)));
  return wanted.flatMap((task, index) => {
    const personIds = persons[index];
    return personIds
      ? [{ task, put: { taskId: task.taskId, key: contentKey(task), personIds } satisfies PutTask }]
      : [];
  });
}

async function putTask({ changedAt }: StoredSeparation, task: WantedTask, personIds: string[], now: Date) {
  if (personIds.length === 0) return true;
  const { taskId, title, line, button, page, dueAt } = task;
  const content = { kind: 'journey', lane: 'do', title: title.slice(0, 40), line, button, page, dueAt, closesAt: null };
  const input = { taskId, personIds, ...content, at: changedAt, requestId: requestOf(taskId, `put.${changedAt}`) };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

async function clearTask({ changedAt }: StoredSeparation, taskId: string, personIds: string[], now: Date) {
  if (personIds.length === 0) return true;
  const input = { taskId, personIds, at: changedAt, requestId: requestOf(taskId, `clear.${changedAt}`) };
  return deliver({ to: 'today', call: 'clearTask', input }, now);
}

/** What may be on the lists while fresh tasks are being put: each once, for everybody whom it was or will be for. */
function announcedTasks(present: readonly PutTask[], fresh: readonly PutTask[]): PutTask[] {
  const isFresh = ({ taskId }: PutTask) => fresh.some((put) => put.taskId === taskId);
  return [
    ...present.filter((put) => !isFresh(put)),
    ...fresh.map(({ taskId, personIds }) => {
      const before = present.filter((put) => put.taskId === taskId).flatMap((put) => put.personIds);
      return { taskId, key: '', personIds: [...new Set([...before, ...personIds])] };
    }),
  ];
}

/**
 * Brings tasks on people's lists in line. What is going to be put is written down first, so that nothing can stay on
 * anybody's list that this leaving does not know of. What is on the lists now, and whether all of it could be brought.
 */
async function settleTasks(separation: StoredSeparation, resolve: Resolve, now: Date) {
  const { _id, version, tasks: present } = separation;
  const wanted = await wantedPuts(separation, resolve);
  const isAll = wanted.length === wantedTasks(separation).length;
  const isThere = ({ taskId, key }: PutTask) => present.some((one) => one.taskId === taskId && one.key === key);
  const fresh = wanted.filter(({ put }) => !isThere(put));
  const stale = present.filter(
    ({ taskId, key }) => !wanted.some(({ put }) => put.taskId === taskId && put.key === key),
  );
  const announced = announcedTasks(
    present,
    fresh.map(({ put }) => put),
  );
  const isAnnounced =
    isDeepStrictEqual(announced, present) ||
    (await store.separations.changeOne({ _id, version }, { tasks: by.exactly(announced) })) !== null;
  // Somebody changed the leaving meanwhile: what is wanted follows from what they wrote.
  if (!isAnnounced) return { isDone: false, tasks: null };
  const cleared = await Promise.all(
    stale.map(({ taskId, personIds }) => {
      const kept = wanted.find(({ put }) => put.taskId === taskId)?.put.personIds ?? [];
      const gone = personIds.filter((personId) => !kept.includes(personId));
      return clearTask(separation, taskId, gone, now);
    }),
  );
  const put = await Promise.all(fresh.map(({ task, put: { personIds } }) => putTask(separation, task, personIds, now)));
  const isDone = isAll && [...cleared, ...put].every(Boolean);
  return { isDone, tasks: isDone ? wanted.map((one) => one.put) : null };
}

/**
 * Tells the other contexts and people what follows from a leaving as it is stored now. Each by a key of its own, so
 * that it can be killed anywhere and repeated; what did not arrive stays pending. Says whether the certificate was
 * issued just now.
 */
export async function reach(separation: StoredSeparation, now: Date): Promise<{ isIssued: boolean }> {
  const { _id, version, done } = separation;
  const resolve = resolver(separation, now);
  const words = wantedWords(separation).filter(({ key }) => !done.includes(key));
  const tellings = wantedTellings(separation).filter(({ key }) => !done.includes(`tell.${key}`));
  const [sent, told, { isDone, tasks }] = await Promise.all([
    Promise.all(words.map((word) => sendWord(separation, word, now))),
    Promise.all(tellings.map((telling) => tell(separation, telling, resolve, now))),
    settleTasks(separation, resolve, now),
  ]);
  const passed = await passOnRows(separation, now);
  const arrived = [
    ...words.filter((_, index) => sent[index]).map(({ key }) => key),
    ...tellings.filter((_, index) => told[index]).map(({ key }) => `tell.${key}`),
  ];
  const isIssued = arrived.includes('certificate');
  const isAll = isDone && [...sent, ...told].every(Boolean) && !isIssued;
  const keys = [...done, ...arrived.filter((key) => key !== 'certificate'), ...passed];
  await store.separations.changeOne(
    { _id, version },
    {
      done: by.exactly(keys),
      ...(tasks === null ? {} : { tasks: by.exactly(tasks) }),
      // What did not arrive goes to the end of the line, so that it does not hold up the others.
      pendingSince: isAll ? null : instant(now),
    },
  );
  return { isIssued };
}

/** Leavings that the leaver managed are their own manager's now. */
async function passOnRows({ personId, managerPersonId, effectiveAt, done }: StoredSeparation, now: Date) {
  if (effectiveAt === null || done.includes('passOn')) return [];
  await store.separations.changeAll(
    { managerPersonId: personId },
    { managerPersonId, version: by.adding(1), pendingSince: instant(now) },
  );
  return ['passOn'];
}
