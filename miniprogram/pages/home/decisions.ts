import type { OutputOf } from '../../../shared/kernel/contract';
import type { PeopleContract } from '../../../shared/people/contract';
import type { Redemption } from '../../../shared/points/model';
import type { TodayTask } from '../../../shared/today/model';
import type { IconName } from '../../components/app-icon/icon-shapes';
import { momentInWords } from '../../wording/day';

type BatchLine = OutputOf<PeopleContract['listRosterBatches']>['items'][number];

/** Something that waits for this person: what it is, since when, the verb, and the page where it is done. */
export interface Decision {
  _id: string;
  icon: IconName;
  title: string;
  meta: string;
  verb: string;
  url: string;
}

/** So many things of each kind are on the list at once; the next follow when these are done. */
export const most = 5;

function titleOf({ stage, counts: { waiting } }: BatchLine): string {
  if (stage === 'mapped') return '花名册的列等你核对';
  return waiting > 0 ? `花名册有 ${waiting} 行等你决定` : '花名册核对完就能应用';
}

function rosterDecision(batch: BatchLine, now: Date): Decision {
  return {
    _id: batch._id,
    icon: 'people',
    title: titleOf(batch),
    meta: `${batch.fileName} · ${momentInWords(batch.openedAt, now)}`,
    verb: '核对',
    url: `/packages/people/pages/roster-batch/roster-batch?id=${batch._id}`,
  };
}

function redemptionDecision(redemption: Redemption, now: Date): Decision {
  return {
    _id: redemption._id,
    icon: 'gift',
    title: `${redemption.personName} 兑换了「${redemption.giftName}」`,
    meta: `${momentInWords(redemption.at, now)} · 等待发放`,
    verb: '发放',
    url: `/packages/points/pages/redemptions/redemptions?focus=${redemption._id}`,
  };
}

const iconOfKind: Record<TodayTask['kind'], IconName> = {
  task: 'lines',
  review: 'shield',
  points: 'coin',
  community: 'people',
  news: 'file',
  care: 'sun',
  growth: 'check',
  journey: 'home',
};

/** What another part of 同路 put onto this person's list. */
function taskDecision({ taskId, kind, title, line, button, page, dueAt }: TodayTask, now: Date): Decision {
  const until = dueAt === null ? '' : `${momentInWords(dueAt, now)} 前`;
  const meta = [line ?? '', until].filter(Boolean).join(' · ');
  return { _id: taskId, icon: iconOfKind[kind], title, meta, verb: button, url: page };
}

/** The tasks of one lane, in the order in which they are due. */
export function tasksIn(lane: TodayTask['lane'], tasks: TodayTask[], now: Date): Decision[] {
  return tasks.filter((task) => task.lane === lane).map((task) => taskDecision(task, now));
}

/** At most five decisions for today: imports that hold up others, then what colleagues have waited for longest. */
export function decisionsOf(batches: BatchLine[], reserved: Redemption[], now: Date): Decision[] {
  const open = batches.filter(({ stage }) => stage === 'mapped' || stage === 'reviewing');
  const inReview = open.map((batch) => rosterDecision(batch, now));
  const longestFirst = [...reserved].sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...inReview, ...longestFirst.map((redemption) => redemptionDecision(redemption, now))].slice(0, most);
}
