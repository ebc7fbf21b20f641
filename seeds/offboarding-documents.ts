import {
  contentKey,
  handoverItemIdOf,
  type PutTask,
  type StoredSeparation,
  sealedPlace,
  separationIdOf,
} from '../cloudfunctions/offboarding/documents';
import { templateRows } from '../cloudfunctions/offboarding/rules/acknowledge';
import { resignation } from '../cloudfunctions/offboarding/rules/begin';
import { turned } from '../cloudfunctions/offboarding/rules/calendar';
import { addHandoverItem, settleRow, signHandoverItem } from '../cloudfunctions/offboarding/rules/clear';
import { type Act, acknowledge } from '../cloudfunctions/offboarding/rules/decide';
import { type WantedTask, wantedTasks } from '../cloudfunctions/offboarding/rules/tasks';
import { wantedTellings, wantedWords } from '../cloudfunctions/offboarding/rules/words';
import { employmentIdOf, personIdOf } from '../cloudfunctions/people/documents';
import { seal } from '../cloudfunctions/platform/sealed';
import { taskIdOf } from '../cloudfunctions/today/entry-id';
import { openSortOfTask, type TaskEntry } from '../cloudfunctions/today/rules/entry';
import { addDays, dayOf, momentOn } from '../shared/kernel/day';
import { noticeDays } from '../shared/offboarding/separation';
import type { OwnerRole } from '../shared/people/notice-calls';
import { type Figure, figures } from './company';
import type { PeopleDocuments } from './people-documents';

function figureOf(name: string): Figure {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
}
const idOf = (name: string) => personIdOf(figureOf(name).employeeNumber);

const requestOf = (word: string) => `seed-leaving-${word}`.padEnd(16, '0');

/** 王磊, who goes back to his home town. */
const leaver = '王磊';
export const seededSeparationId = separationIdOf(idOf(leaver), requestOf('wang-lei'));
export const seededHandoverItemId = (index: number) => handoverItemIdOf(requestOf(`handover-${index}`));

const handover = [
  {
    what: '订单服务的值班与告警',
    where: '知识库 / 研发 / 订单服务 / 值班手册',
    receiver: '顾怀远',
    isGiven: true,
    isTaken: true,
  },
  {
    what: '温室传感器网关的代码与部署',
    where: '代码库 gateway，部署说明在 README',
    receiver: '林晓',
    isGiven: true,
    isTaken: false,
  },
  {
    what: '与气象数据供应商的联络',
    where: '邮件文件夹「气象数据」，联系人写在第一封里',
    receiver: '顾怀远',
    isGiven: false,
    isTaken: false,
  },
];

/** Who acts, in the morning of a day. */
function actOn(day: string, name: string): Act {
  return { personId: idOf(name), name, today: day, at: momentOn(day, '09:30').toISOString() };
}

function tell(now: Date, { employments }: Pick<PeopleDocuments, 'employments'>): StoredSeparation {
  const { employeeNumber } = figureOf(leaver);
  const employment = employments.find(({ _id }) => _id === employmentIdOf(employeeNumber, 1));
  const lastDay = employment?.relievingDate;
  if (!employment || !lastDay) throw new Error(`${leaver} is not leaving`);
  // Said so long ago that the last day is the legal one; never in the future, whatever weekend it was moved over.
  const said = addDays(lastDay, -noticeDays.usual);
  const { _id: employmentId, personId, personName, branchId, departmentName, position, dateOfJoining } = employment;
  const submitted = resignation(
    {
      ...{ employmentId, personId, personName, employeeNumber, branchId, departmentName, position, dateOfJoining },
      managerPersonId: idOf('顾怀远'),
    },
    {
      ...{ status: 'active', wishedLastDay: lastDay, reasonId: null },
      words: seal('父母年纪大了，想回老家绍兴发展，离他们近一点。', sealedPlace(seededSeparationId, 'words')),
      note: seal('和团队没有关系，大家都很好。', sealedPlace(seededSeparationId, 'note')),
    },
    {
      ...{ separationId: seededSeparationId, requestId: requestOf('wang-lei'), rows: templateRows(undefined, said) },
      ...{ today: said, at: momentOn(said, '20:10').toISOString() },
    },
  );
  let separation = acknowledge(submitted, lastDay, actOn(addDays(said, 1), '周岚'));
  for (const [index, { what, where, receiver, isGiven, isTaken }] of handover.entries()) {
    const itemId = seededHandoverItemId(index);
    separation = addHandoverItem(separation, {
      itemId,
      what,
      where,
      receiverId: idOf(receiver),
      receiverName: receiver,
    });
    if (isGiven) separation = signHandoverItem(separation, itemId, actOn(addDays(said, 5), leaver));
    if (isTaken) separation = signHandoverItem(separation, itemId, actOn(addDays(said, 6), receiver));
  }
  const settled = { rowId: 'r5', outcome: 'done', words: '', costFen: null, evidenceFileId: null } as const;
  separation = settleRow(separation, settled, actOn(addDays(said, 7), '马会敏'));
  const today = dayOf(now);
  const at = momentOn(addDays(said, 7), '10:00').toISOString();
  return { ...turned(separation, today, at), version: 12, changedAt: at };
}

const holders: Record<OwnerRole, string> = { it: '赵启明', finance: '马会敏', administration: '钱惠', hr: '周岚' };
const personsOf = ({ audience }: WantedTask) =>
  'personIds' in audience ? audience.personIds : [idOf(holders[audience.role])];

/** What offboarding has stored by now, by its own rules, with everything told that follows from it. */
export function offboardingDocuments(now: Date, people: Pick<PeopleDocuments, 'employments'>) {
  const told = tell(now, people);
  const tasks = wantedTasks(told);
  const put: PutTask[] = tasks.map((task) => ({
    taskId: task.taskId,
    key: contentKey(task),
    personIds: personsOf(task),
  }));
  const words = wantedWords(told).map(({ key }) => key);
  const tellings = wantedTellings(told).map(({ key }) => `tell.${key}`);
  const separation: StoredSeparation = { ...told, done: [...words, ...tellings], tasks: put, pendingSince: null };
  return { separations: [separation], taskEntries: tasks.flatMap((task) => entriesOf(task, told.changedAt)) };
}

/** A task as it stands on 今天 of everybody whom it is for. */
function entriesOf(task: WantedTask, at: string): TaskEntry[] {
  const { taskId, title, line, button, page, dueAt } = task;
  return personsOf(task).map((personId) => ({
    ...{ _id: taskIdOf(personId, taskId), type: 'task', personId, taskId, kind: 'journey', lane: 'do', title, line },
    ...{ button, page, dueAt, at, open: true, openSort: openSortOfTask(dueAt, taskId), sort: taskId },
    ...{ remindAt: null, closesAt: null, purgeAt: null },
  }));
}
