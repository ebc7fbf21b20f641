import { dayInWords, momentOn } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { RowOwner } from '../../../shared/offboarding/separation';
import type { OwnerRole } from '../../../shared/people/notice-calls';
import type { StoredSeparation } from '../documents';
import { answerer, isCounted, isOpenRow } from './calendar';
import { leavingPage, ownPage } from './pages';
import { isOpenQuestion } from './question';

/** Whom something is for: persons by id, or whoever holds a role for the branch. */
export type Audience = { personIds: string[] } | { role: OwnerRole };

/** A task that should be on somebody's list now. */
export interface WantedTask {
  taskId: string;
  audience: Audience;
  title: string;
  line: string;
  button: string;
  page: string;
  dueAt: string | null;
}

/** The end of work on a day. */
const eveningOf = (day: Day) => momentOn(day, '18:00').toISOString();
const role = (owner: OwnerRole): Audience => ({ role: owner });

/** A manager who is not known, or has left, has HR in their place. */
const audienceOf = (owner: RowOwner, managerPersonId: string | null): Audience => {
  if (owner !== 'manager') return role(owner);
  return managerPersonId === null ? role('hr') : { personIds: [managerPersonId] };
};

type Words = Pick<WantedTask, 'title' | 'line' | 'button'>;

/** Everything that this leaving asks of anybody at this moment. */
export function wantedTasks(separation: StoredSeparation): WantedTask[] {
  const { _id, state, personName: name, legalLastDay, withdrawal, talk } = separation;
  const forHr = (word: string, words: Words, dueAt: string | null = null): WantedTask => ({
    ...{ taskId: `${_id}.${word}`, audience: role('hr'), page: leavingPage(_id), dueAt, ...words },
  });
  const isRunning = state === 'submitted' || state === 'acknowledged';
  const tasks: WantedTask[] = [];
  if (state === 'submitted') {
    const line = `法定最后工作日 ${legalLastDay === null ? '' : dayInWords(legalLastDay)}，受理后手续清单会自动开出`;
    tasks.push(ownTask(separation, '我的离职申请', 'HR 还没有受理，随时可以撤回', null));
    tasks.push(forHr('ack', { title: `${name}提交了离职申请`, line, button: '去受理' }));
  }
  if (state === 'acknowledged' && withdrawal !== null && withdrawal.answer === null) {
    tasks.push(forHr('stay', { title: `${name}想留下来`, line: '受理之后提出撤回，等你答复', button: '去答复' }));
  }
  if (isRunning && talk !== null && talk.outcome === null) {
    tasks.push(forHr('talk', { title: `和${name}的谈话`, line: '谈完把结果记下来', button: '去记录' }));
  }
  if (isRunning && talk?.outcome === 'retained') {
    const line = '谈过之后说好留下来，由你自己撤回申请才算数';
    const words = { title: '确认留下', line, button: '去确认', page: ownPage, dueAt: null };
    tasks.push({ taskId: `${_id}.keep`, audience: { personIds: [separation.personId] }, ...words });
  }
  tasks.push(...questionTask(separation));
  return state === 'acknowledged' || state === 'effective' ? [...tasks, ...clearanceTasks(separation)] : tasks;
}

/** The leaver's own door to the leaving, from the letter on. */
function ownTask({ _id, personId }: StoredSeparation, title: string, line: string, dueAt: string | null): WantedTask {
  const audience = { personIds: [personId] };
  return { taskId: `${_id}.mine`, audience, title, line, button: '看进度', page: ownPage, dueAt };
}

function clearanceTasks(separation: StoredSeparation): WantedTask[] {
  const { _id, personName: name, kind, rows, lastDay, managerPersonId, handover } = separation;
  const open = rows.filter((row) => isOpenRow(row));
  // As the page counts them: what the law gives fifteen days is not to be done by the last day.
  const rest = open.filter(isCounted).length;
  const lastEvening = lastDay === null ? null : eveningOf(lastDay);
  const page = leavingPage(_id);
  const owners = [...new Set(open.filter((row) => row.kind !== 'certificate').map(({ owner }) => owner))];
  const own = ownTask(
    separation,
    '我的离职办理',
    `最后工作日 ${lastDay === null ? '' : dayInWords(lastDay)}，${rest === 0 ? '手续都办好了' : `还有 ${rest} 项手续`}`,
    lastEvening,
  );
  return [
    ...(kind === 'death' ? [] : [own]),
    ...owners.map((owner) => {
      const theirs = open.filter((row) => row.owner === owner && row.kind !== 'certificate');
      const soonest = theirs.map(({ dueOn }) => dueOn).sort()[0];
      return {
        ...{ taskId: `${_id}.${owner}`, audience: audienceOf(owner, managerPersonId), button: '去办理', page },
        ...{
          title: kind === 'death' ? `${name}身后的手续` : `${name}的离职手续`,
          line: theirs
            .map(({ title }) => title)
            .join('、')
            .slice(0, 120),
        },
        dueAt: soonest === undefined ? null : eveningOf(soonest),
      };
    }),
    ...moneyTask(separation, lastEvening),
    ...handover
      .filter(({ givenAt, takenAt }) => givenAt !== null && takenAt === null)
      .map(({ itemId, receiverId, what }) => ({
        ...{ taskId: `${_id}.${itemId}`, audience: { personIds: [receiverId] }, title: `${name}向你交接` },
        ...{ line: what, button: '去接手', page, dueAt: lastEvening },
      })),
  ];
}

function questionTask({ _id, personName: name, settlement, questions }: StoredSeparation): WantedTask[] {
  const open = questions.filter(isOpenQuestion).length;
  if (open === 0) return [];
  const isPaid = settlement?.state === 'paid';
  const line = `有 ${open} 笔等答复${isPaid ? '' : '，答复之后才能发放'}`;
  return [
    {
      ...{ taskId: `${_id}.question`, audience: role(answerer(settlement)), page: leavingPage(_id), dueAt: null },
      ...{ title: `${name}对离职结算有疑问`, line, button: '去答复' },
    },
  ];
}

function moneyTask(
  { _id, personName: name, settlement, questions }: StoredSeparation,
  dueAt: string | null,
): WantedTask[] {
  const task = (word: string, owner: OwnerRole, words: Words): WantedTask[] => [
    { taskId: `${_id}.${word}`, audience: role(owner), page: leavingPage(_id), dueAt, ...words },
  ];
  const line = '最后工作日结清，确认后本人能看到每一笔';
  if (settlement === null) return task('draft', 'finance', { title: `录入${name}的离职结算`, line, button: '去录入' });
  if (settlement.state === 'drafted') {
    return task('confirm', 'hr', { title: `确认${name}的离职结算`, line, button: '去确认' });
  }
  if (settlement.state === 'paid' || questions.some(isOpenQuestion)) return [];
  return task('pay', 'finance', { title: `发放${name}的离职结算`, line: '发放之后登记日期', button: '去登记' });
}
