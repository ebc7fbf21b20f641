import { collection } from '../platform/db';
import type { StoredEntry } from './books/ledger-chain';
import type { Account } from './rules/account';
import type { StoredCensus } from './rules/board/census';
import type { StoredDay } from './rules/board/stored-day';
import type { StoredFinding } from './rules/board/stored-finding';
import type { StoredThresholds } from './rules/board/thresholds';
import type { StoredTrial } from './rules/board/trial';
import type { StoredGift } from './rules/gift';
import type { StoredCode } from './rules/gift-code';
import type { HeldBack } from './rules/held-back';
import type { StoredCase } from './rules/point-case';
import type { PointRun } from './rules/point-run';
import type { StoredPool, StoredShare } from './rules/pool';
import type { StoredAlert } from './rules/proof';
import type { StoredRedemption } from './rules/redemption';
import type { TableRow } from './rules/rule-table';
import type { StoredWishes } from './rules/wishes';

/** `_id` is the person's id. */
export const accounts = collection<Account>('pointAccounts');
/** Append-only; `_id` follows from the cause. */
export const ledger = collection<StoredEntry>('pointLedgerEntries');
export const gifts = collection<StoredGift>('gifts');
/** `_id` follows from the code. */
export const codes = collection<StoredCode>('giftCodes');
/** `_id` follows from person and request. */
export const redemptions = collection<StoredRedemption>('redemptions');
/** `_id` is the request that opened it. */
export const pools = collection<StoredPool>('pools');
/** `_id` follows from person and request. */
export const shares = collection<StoredShare>('poolShares');
/** `_id` is `<key>.<version>`. */
export const ruleVersions = collection<TableRow>('pointRules');
/** What a limit held back, for the trial replay; `_id` is the key its entry would have had. */
export const heldBack = collection<HeldBack>('pointsHeldBack');
/** The nights; `_id` is `<day>.<kind>`. */
export const pointRuns = collection<PointRun>('pointRuns');
/** Accounts that could not be proved; `_id` is `<day>.<person>`. */
export const pointAlerts = collection<StoredAlert>('pointAlerts');
/** Daily roll-ups; `_id` is the day in Asia/Shanghai. */
export const days = collection<StoredDay>('pointDays');
/** `_id` is the day on whose night it was made. */
export const censuses = collection<StoredCensus>('pointCensuses');
/** `_id` is the request that asked. */
export const trials = collection<StoredTrial>('pointTrials');
/** `_id` follows from month, kind, persons and rule. */
export const findings = collection<StoredFinding>('pointFindings');
/** `_id` follows from the entry. */
export const cases = collection<StoredCase>('pointCases');
/** One document. */
export const thresholds = collection<StoredThresholds>('pointThresholds');
/** 心愿单; `_id` is the person's id. */
export const wishes = collection<StoredWishes>('pointWishes');
