import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../../shared/refusal';
import { readRuleRows } from './read-rules';
import { earliestEffectiveOn, type TableRow } from './rules/rule-table';
import { ruleVersions } from './store';

/**
 * Writes the next version of a rule or of the settings, if nobody decided since the version it is based on. The id is
 * the version, so of two who decide at the same moment one is told.
 */
export async function decideVersion<Row extends TableRow>(
  key: Row['key'],
  basedOn: number,
  now: Date,
  decided: Row,
): Promise<Row> {
  const rows = await readRuleRows();
  const earlier = rows.find(({ requestId }) => requestId === decided.requestId);
  if (earlier)
    return isSameDecision(earlier, decided)
      ? { ...decided, changedAt: earlier.changedAt }
      : refuse('request_id_reused');
  const latest = Math.max(0, ...rows.filter((row) => row.key === key).map(({ version }) => version));
  if (latest !== basedOn) refuse('rule_changed_meanwhile');
  const earliest = earliestEffectiveOn(now);
  if (decided.effectiveOn < earliest) refuse('rule_effective_too_early', { earliest });
  return (await ruleVersions.insert(decided)) ? decided : refuse('rule_changed_meanwhile');
}

/** A repeat says the same at another moment. */
function isSameDecision(earlier: TableRow, again: TableRow): boolean {
  return isDeepStrictEqual({ ...earlier, changedAt: null }, { ...again, changedAt: null });
}
