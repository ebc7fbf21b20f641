import type { LedgerEntryView, PointCause, PointLedgerEntry } from '../../../shared/points/model';
import type { RuleKey } from '../../../shared/points/rules';
import { type RuleTable, titleOf } from './rule-table';

/** The other person of a movement: who gave, received or decided; null when there is none. */
export function personIn(cause: PointCause): string | null {
  switch (cause.kind) {
    case 'gave':
      return cause.toPersonId;
    case 'received':
      return cause.fromPersonId;
    case 'voided':
    case 'corrected':
      return cause.by;
    default:
      return null;
  }
}

/** The rule, with its version, that a movement followed; null when none. */
export function ruleIn(cause: PointCause): { key: RuleKey; version: number } | null {
  switch (cause.kind) {
    case 'checkIn':
    case 'joined':
      return { key: cause.kind, version: cause.version };
    case 'earned':
      return { key: cause.rule, version: cause.version };
    default:
      return null;
  }
}

/** An entry as its owner reads it. Names are not stored in entries, which outlive everybody's anonymisation. */
export function entryView(
  entry: PointLedgerEntry,
  table: RuleTable,
  names: ReadonlyMap<string, string>,
): LedgerEntryView {
  const rule = ruleIn(entry.cause);
  const person = personIn(entry.cause);
  return {
    ...entry,
    ruleTitle: rule && titleOf(table, rule.key, rule.version),
    withName: person === null ? null : (names.get(person) ?? null),
  };
}
