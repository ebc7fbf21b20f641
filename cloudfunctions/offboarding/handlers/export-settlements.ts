import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import type { StoredSeparation } from '../documents';
import { figuresOf, lookerOf } from '../find-leaving';
import { payrollHeader, payrollRow } from '../rules/payroll';
import { knowsMoney } from '../rules/side';
import { store } from '../store';

const mostLines = 500;

export const exportSettlements: Handler<OffboardingContract['exportSettlements']> = async ({ month }, { caller }) => {
  const found = await store.separations.list({
    where: { settlementMonth: month },
    limit: mostLines + 1,
  });
  if (found.length > mostLines) return refuse('export_too_long');
  const looker = lookerOf(caller);
  const rows = found.flatMap((separation: StoredSeparation) => {
    const figures = knowsMoney(looker, separation) ? figuresOf(separation) : null;
    return figures ? [payrollRow(separation, figures.statement)] : [];
  });
  return { csv: spreadsheetOf(payrollHeader, rows), lines: rows.length };
};
