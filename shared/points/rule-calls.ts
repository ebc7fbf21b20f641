import * as z from 'zod';
import { contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { Day, Id, line, Points, RequestId } from '../kernel/scalar';
import { EntryId, NamedAlert } from './model';
import { mostVersions, PointRule, PointSettings, PointTerms, RuleKey, RuleTerms } from './rules';

/** The version that HR saw when deciding: whoever decided meanwhile is not overruled unseen. */
const basedOn = z
  .int()
  .min(0)
  .max(mostVersions - 1);

/** 管理: the rule table, and corrections of what went wrong. */
export const ruleCalls = contract({
  /** The whole table: every version of every rule and of the settings, the latest first. */
  listRules: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({}),
    output: z.object({
      rules: z
        .array(
          z.object({
            current: PointRule,
            versions: z.array(PointRule).max(mostVersions + 1),
            /** Nothing in the product earns by it yet. */
            isAwaited: z.boolean(),
          }),
        )
        .max(20),
      settings: z.object({ current: PointSettings, versions: z.array(PointSettings).max(mostVersions + 1) }),
      /** The first day on which a change made now can take effect. */
      earliestOn: Day,
    }),
    refusals: [],
  },
  /** Accounts that a night could not prove, the latest first. Empty is what should always be. */
  listPointAlerts: {
    kind: 'read',
    roles: ['hr'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(NamedAlert),
    refusals: [],
  },
  changeRule: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      key: RuleKey,
      basedOn,
      terms: RuleTerms,
      effectiveOn: Day,
      reason: line(200),
      requestId: RequestId,
    }),
    output: PointRule,
    refusals: ['request_id_reused', 'rule_changed_meanwhile', 'rule_effective_too_early'],
  },
  changePointSettings: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      basedOn,
      terms: PointTerms,
      effectiveOn: Day,
      reason: line(200),
      requestId: RequestId,
    }),
    output: PointSettings,
    refusals: ['request_id_reused', 'rule_changed_meanwhile', 'rule_effective_too_early'],
  },
  /**
   * Takes an entry back by one in the other direction. What came and is spent already cannot be taken: `taken` says
   * what was there, the rest is let go.
   */
  voidEntry: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ entryId: EntryId, reason: line(200), requestId: RequestId }),
    output: z.object({ taken: z.int().min(-1_000_000).max(1_000_000), missing: Points }),
    refusals: ['entry_not_found', 'entry_not_voidable', 'entry_voided_already', 'own_account_kept', 'points_busy'],
  },
  /** Gives or takes points for a reason that no rule knows. */
  correctAccount: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({
      personId: Id,
      direction: z.enum(['add', 'take']),
      points: z.int().min(1).max(100_000),
      reason: line(200),
      requestId: RequestId,
    }),
    /** Signed. */
    output: z.object({ points: z.int().min(-100_000).max(100_000) }),
    refusals: ['account_not_found', 'own_account_kept', 'points_busy', 'points_not_enough', 'request_id_reused'],
  },
});
