import { addDays, dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { readThresholds } from '../board/read-thresholds';
import { recoveryPercent } from '../rules/board/day-totals';
import { boardDay } from '../rules/board/stored-day';
import { thresholdsOf } from '../rules/board/thresholds';
import { censuses, days } from '../store';

const daysShown = 90;
const recoveryDays = 30;

/** Three requests besides the identity, however long the ledger is: it is not read at all. */
export const readInflationBoard: Handler<PointsContract['readInflationBoard']> = async (_, { caller, now }) => {
  const today = dayOf(now);
  const [shown, [census], thresholds] = await Promise.all([
    days.list({ where: { _id: is.between(addDays(today, -daysShown), today) }, sortedBy: '_id', limit: daysShown + 1 }),
    censuses.list({ where: { stage: 'done' }, sortedBy: '_id', direction: 'desc', limit: 1 }),
    readThresholds(),
  ]);
  const recent = shown.filter(({ _id }) => _id > addDays(today, -recoveryDays));
  return {
    today,
    days: shown.filter(({ entries }) => entries > 0).map(boardDay),
    census: census?.found ?? null,
    thresholds: thresholdsOf(thresholds),
    tellsMe: thresholds.tellsPersonIds.includes(personOf(caller).personId),
    recoveryPercent: recoveryPercent(recent),
    alarms: census?.alarms ?? [],
  };
};
