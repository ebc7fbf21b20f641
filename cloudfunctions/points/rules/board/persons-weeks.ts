import type { Instant } from '../../../../shared/kernel/scalar';
import type { PointLedgerEntry } from '../../../../shared/points/model';
import type { RuleKey } from '../../../../shared/points/rules';
import { ruleIn } from '../entry-view';
import type { PersonsWeeks } from './findings';

type Entry = Pick<PointLedgerEntry, 'points' | 'cause' | 'at'>;

/** One person's entries and what was held back, sorted by what patterns ask for. */
export function personsWeeks(
  personId: string,
  entries: readonly Entry[],
  heldBack: readonly { rule: RuleKey; at: Instant }[],
): PersonsWeeks {
  const earned = entries.flatMap(({ cause, at, points }) => {
    const rule = ruleIn(cause);
    return rule && points > 0 ? [{ rule: rule.key, at }] : [];
  });
  const thanks = entries.flatMap(({ cause, at }): PersonsWeeks['thanks'][number][] => {
    if (cause.kind === 'gave') return [{ with: cause.toPersonId, direction: 'sent', at }];
    return cause.kind === 'received' ? [{ with: cause.fromPersonId, direction: 'received', at }] : [];
  });
  return { personId, earned, heldBack, thanks };
}
