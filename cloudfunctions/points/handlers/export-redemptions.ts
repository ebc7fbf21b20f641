import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { queueWhere } from '../redemption-queue';
import { exportHeader, exportRow } from '../rules/redemption-export';
import { redemptions } from '../store';

const mostLines = 500;

export const exportRedemptions: Handler<PointsContract['exportRedemptions']> = async (input, { caller: { reach } }) => {
  const found = await redemptions.list({
    where: queueWhere(input, reach),
    sortedBy: 'sort',
    direction: input.state === 'reserved' ? 'asc' : 'desc',
    limit: mostLines + 1,
  });
  const rows = found.slice(0, mostLines).map(exportRow);
  return { csv: spreadsheetOf(exportHeader, rows), lines: rows.length, isWhole: found.length <= mostLines };
};
