import { formOpenDays } from '../../shared/exit/interview';
import { addDays, dayOf, momentOn } from '../../shared/kernel/day';
import type { Day } from '../../shared/kernel/scalar';
import { by, is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import { deliver } from '../platform/outbox';
import { followDesk } from './desk';
import type { Desk, StoredInterview } from './documents';
import { followReasons } from './leavings';
import { store } from './store';
import { clearTask, putTask, tell } from './tell';

const atOnce = 50;
const pages = '/packages/exit/pages';

const formTaskOf = (employmentId: string) => `${employmentId}.form`;
const viewTaskOf = (employmentId: string) => `${employmentId}.view`;

const endOf = (day: Day) => momentOn(addDays(day, 1), '00:00').toISOString();

/** The leaver's own task: to fill in the form, from the invitation on. */
function followForm(interview: StoredInterview, isOpen: boolean, now: Date): Promise<boolean> {
  const { _id, personId, invitedAt, handedInAt, lastDay } = interview;
  // Nobody was asked: there is nothing to take off again.
  if (invitedAt === null) return Promise.resolve(true);
  const isAsked = isOpen && handedInAt === null;
  if (!isAsked) return clearTask(formTaskOf(_id), [personId], now);
  const task = { taskId: formTaskOf(_id), personIds: [personId], title: '离职面谈问卷', button: '去填写' };
  const when = { dueAt: endOf(lastDay), closesAt: endOf(addDays(lastDay, formOpenDays)) };
  const line = '说说真实的想法，只有 HR 能看到';
  return putTask({ ...task, ...when, line, page: `${pages}/my-interview/my-interview` }, now);
}

/** The manager's task: to say what they think the reason is, before anybody tells them. */
function followView(interview: StoredInterview, isOpen: boolean, now: Date): Promise<boolean> {
  const { _id, personName, managerPersonId, managerView, kind, lastDay } = interview;
  if (managerPersonId === null) return Promise.resolve(true);
  const isAsked = isOpen && managerView === null && kind === 'resignation';
  if (!isAsked) return clearTask(viewTaskOf(_id), [managerPersonId], now);
  const task = { taskId: viewTaskOf(_id), personIds: [managerPersonId], title: `${personName.slice(0, 30)}为什么离开` };
  const when = { dueAt: endOf(lastDay), closesAt: endOf(addDays(lastDay, formOpenDays)), button: '写看法' };
  const page = `${pages}/manager-view/manager-view?id=${_id}`;
  return putTask({ ...task, ...when, line: '写下你了解的原因，帮助团队变得更好', page }, now);
}

async function followTalk({ _id, personId, scheduledAt, place, state }: StoredInterview, now: Date): Promise<boolean> {
  if (state !== 'scheduled' || scheduledAt === null) return true;
  const factId = `${_id}.talk.${scheduledAt.replace(/[^0-9]/g, '')}`;
  const line = place ? `地点：${place}` : '时间和地点可以和 HR 再商量';
  const page = `${pages}/my-interview/my-interview`;
  return tell({ factId, personIds: [personId], title: '离职面谈约好了', line, page }, now);
}

function waitsFor({ state, handedInAt, invitedAt }: StoredInterview): string {
  if (state === 'scheduled') return '面谈已经约好，谈完写下记录';
  if (handedInAt !== null) return '问卷已经交来，约个时间谈一谈';
  return invitedAt === null ? '还没有邀请本人填问卷、约时间' : '已邀请填问卷，还没有约时间';
}

/** HR's task, as long as the interview is open. */
function followHr(interview: StoredInterview, isOpen: boolean, now: Date): Promise<Desk | null | undefined> {
  const { _id, version, personId, personName, branchId, lastDay, desk } = interview;
  const closesAt = endOf(addDays(lastDay, formOpenDays));
  const wanted = {
    ...{ title: `${personName.slice(0, 30)}的离职面谈`, line: waitsFor(interview), button: '去看看' },
    ...{ page: `${pages}/interview/interview?id=${_id}`, dueAt: endOf(lastDay), closesAt },
  };
  const task = { taskId: `${_id}.hr`, branchId, exceptId: personId, wanted: isOpen ? wanted : null };
  const announce = async (announced: Desk) =>
    (await store.interviews.changeOne({ _id, version }, { desk: by.exactly(announced) })) !== null;
  return followDesk(desk, task, announce, now);
}

/** Offboarding waits for the interview: what became of it. Nothing while it is open. */
async function followOutcome(interview: StoredInterview, now: Date): Promise<boolean> {
  const { _id, version, state, settledAt } = interview;
  if ((state !== 'completed' && state !== 'cancelled') || settledAt === null) return true;
  const requestId = `settled-${_id.replace(/[^A-Za-z0-9-]/g, '-')}-${version}`.padEnd(16, '0').slice(0, 64);
  const input = { employmentId: _id, outcome: state, at: settledAt, requestId };
  return deliver({ to: 'offboarding', call: 'noteInterviewSettled', input }, now);
}

/** Brings the tasks and messages of an interview in line with it. Safe to repeat. */
export async function followInterview(interview: StoredInterview, now: Date): Promise<boolean> {
  const { _id, version, state, pendingSince } = interview;
  if (pendingSince === null) return true;
  const isOpen = state === 'pending' || state === 'scheduled';
  const isTold =
    (await followForm(interview, isOpen, now)) &&
    (await followView(interview, isOpen, now)) &&
    (await followTalk(interview, now)) &&
    (await followOutcome(interview, now));
  if (!isTold) return false;
  const desk = await followHr(interview, isOpen, now);
  if (desk === undefined) return false;
  await followReasons(interview, now);
  await store.interviews.changeOne(
    { _id, version, pendingSince },
    { pendingSince: null, desk: desk && by.exactly(desk) },
  );
  return true;
}

/** What a killed process left; nothing younger than any living call. */
export async function followInterviews(quietSince: string, now: Date): Promise<number> {
  const where = { pendingSince: is.between('', quietSince) };
  const found = await store.interviews.list({ where, limit: atOnce });
  await oneByOne(found, (interview) => followInterview(interview, now));
  return found.length;
}

/** Whether the leaver may still write, by the calendar. */
export function isFormOpen({ state, lastDay }: StoredInterview, now: Date): boolean {
  return state !== 'cancelled' && dayOf(now) <= addDays(lastDay, formOpenDays);
}
