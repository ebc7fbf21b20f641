import type { PointsContract } from '../../../shared/points/contract';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { queueWhere } from '../redemption-queue';
import { exportHeader, exportRow } from '../rules/redemption-export';
import { redemptions } from '../store';

const mostLines = 500;

export const exportRedemptions: Handler<PointsContract['exportRedemptions']> = async (input, { caller, now }) => {
  const found = await redemptions.list({
    where: queueWhere(input, caller.reach),
    sortedBy: 'sort',
    direction: input.state === 'reserved' ? 'asc' : 'desc',
    limit: mostLines + 1,
  });
  // A list to hand out by is worth having even while nobody can say what its branches are called.
  const names = await ask('people', 'readBranchNames', {}, now);
  const rows = found.slice(0, mostLines).map((one) => exportRow(one, names.ok ? names.data.items : []));
  return { csv: spreadsheetOf(exportHeader, rows), lines: rows.length, isWhole: found.length <= mostLines };
};
