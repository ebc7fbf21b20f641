import { instant } from '../../../shared/kernel/day';
import type { AlarmKind } from '../../../shared/points/board';
import { is } from '../../platform/db';
import type { StoredCase } from '../rules/point-case';
import { cases, censuses } from '../store';
import { tellAlerts } from '../telling/tell-alerts';
import { tellPersons } from '../telling/tell-persons';
import { tellPools } from '../telling/tell-pools';
import { tellRedemptions } from '../telling/tell-redemptions';
import { readThresholds } from './read-thresholds';

const casesAtOnce = 20;
const longestPage = 200;

const alarmWords: Record<AlarmKind, string> = {
  recoveryLow: '回收率低于提醒线',
  concentrationHigh: '积分集中在少数人手里',
  heldHigh: '大家手里的积分超过提醒线',
  giftsFar: '最便宜的礼品也要攒很久',
};

/** What is told stays written until `today` has it; the fact's id makes a second delivery the same message. */
export async function tellPeople(now: Date): Promise<{ told: number }> {
  const closed = (await tellRedemptions(now)) + (await tellPools(now));
  const asked = (await tellAnswers(now)) + (await tellAlarms(now));
  return { told: closed + asked + (await tellAlerts(now)) };
}

function pageOf({ entry }: StoredCase): string {
  const page = `/packages/points/pages/entry/entry?id=${encodeURIComponent(entry._id)}`;
  return page.length <= longestPage ? page : '/packages/points/pages/ledger/ledger';
}

async function tellAnswers(now: Date): Promise<number> {
  const where = { tellSince: is.between('', instant(now)) };
  const answered = await cases.list({ where, sortedBy: 'tellSince', limit: casesAtOnce });
  let told = 0;
  for (const pointCase of answered) {
    const { _id, personId, answer, tellSince } = pointCase;
    const notice = {
      ...{ factId: `told.${_id}`, personIds: [personId], title: '你问的那笔积分有答复了' },
      ...{ line: answer ?? '', page: pageOf(pointCase) },
    };
    const isTold = await tellPersons(notice, now);
    if (isTold && (await cases.changeOne({ _id, tellSince }, { tellSince: null }))) told += 1;
  }
  return told;
}

async function tellAlarms(now: Date): Promise<number> {
  const latest = { where: { stage: 'done' }, sortedBy: '_id', direction: 'desc', limit: 1 } as const;
  const [census] = await censuses.list(latest);
  if (!census || census.untold.length === 0) return 0;
  const { tellsPersonIds } = await readThresholds();
  const notice = {
    ...{ factId: `alarms.${census._id}`, personIds: tellsPersonIds, title: '积分看板有提醒' },
    line: census.untold.map((kind) => alarmWords[kind]).join('；'),
    page: '/packages/points-admin/pages/board/board',
  };
  const isTold = tellsPersonIds.length === 0 || (await tellPersons(notice, now));
  if (isTold) await censuses.changeOne({ _id: census._id }, { untold: [] });
  return isTold && tellsPersonIds.length > 0 ? 1 : 0;
}
