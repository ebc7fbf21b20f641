import { dayOf } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { awaitedRules, ruleKeys } from '../../../shared/points/rules';
import type { Handler } from '../../platform/serve';
import { readRuleRows } from '../read-rules';
import { earliestEffectiveOn, ruleOn, settingsOn, tableOf } from '../rules/rule-table';

const latestFirst = <Version extends { version: number }>(versions: readonly Version[]) =>
  [...versions].sort((one, other) => other.version - one.version);

export const listRules: Handler<PointsContract['listRules']> = async (_input, { now }) => {
  const table = tableOf(await readRuleRows());
  const today = dayOf(now);
  return {
    rules: ruleKeys.map((key) => ({
      current: ruleOn(table, key, today),
      versions: latestFirst(table.rules.filter((rule) => rule.key === key)),
      isAwaited: awaitedRules.includes(key),
    })),
    settings: { current: settingsOn(table, today), versions: latestFirst(table.settings) },
    earliestOn: earliestEffectiveOn(now),
  };
};
