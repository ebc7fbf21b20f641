import { addDays } from '../../../shared/kernel/day';
import type { IssueSource } from '../../../shared/points/board';
import type { PointsContract } from '../../../shared/points/contract';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { namesOf } from '../board/names-of';
import { rulesOf } from '../read-rules';
import { beginningOf } from '../rules/board/stored-day';
import { entryView, personIn } from '../rules/entry-view';
import { ledger } from '../store';

function causedBy(source: IssueSource | null): Where {
  if (source === null) return {};
  const hasKind = source === 'checkIn' || source === 'joined' || source === 'received' || source === 'corrected';
  return hasKind ? { 'cause.kind': source } : { 'cause.kind': 'earned', 'cause.rule': source };
}

export const listBookedLines: Handler<PointsContract['listBookedLines']> = async (
  { from, until, source, cursor, limit },
  { now },
) => {
  const booked = is.between(beginningOf(from), beginningOf(addDays(until, 1)));
  const where = { ...causedBy(source), booked };
  const { items, next } = await ledger.page({ where, sortedBy: 'booked', direction: 'desc', cursor, limit });
  const people = items.flatMap(({ personId, cause }) => [
    personId,
    ...(personIn(cause) ? [personIn(cause) ?? ''] : []),
  ]);
  const [names, table] = await Promise.all([namesOf(people), rulesOf(now)]);
  const lines = items.map((entry) => ({
    entry: entryView(entry, table, names),
    personName: names.get(entry.personId) ?? '已离开的同事',
  }));
  return { items: lines, next };
};
