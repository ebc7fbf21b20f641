import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { readJoinedHolders } from '../../platform/identity';
import { pointAlerts } from '../store';
import { tellPersons } from './tell-persons';

const alertsAtOnce = 200;

/** Tells HR of the whole company, once a day, that the night found accounts it could not prove. */
export async function tellAlerts(now: Date): Promise<number> {
  const where = { tellSince: is.between('', instant(now)) };
  const untold = await pointAlerts.list({ where, sortedBy: 'tellSince', limit: alertsAtOnce });
  const [first] = untold;
  if (!first) return 0;
  const personIds = (await readJoinedHolders('hr', now)).map(({ personId }) => personId);
  const words = { title: '有积分账户对不上账', line: '夜间对账发现余额与流水不一致，请到积分看板查看是哪些账户。' };
  const told = { factId: `alerts.${first.day}`, personIds, ...words, page: '/packages/points-admin/pages/board/board' };
  if (personIds.length > 0 && !(await tellPersons(told, now))) return 0;
  const ids = untold.filter(({ day }) => day === first.day).map(({ _id }) => _id);
  await pointAlerts.changeAll({ _id: is.among(ids) }, { tellSince: null });
  return 1;
}
