import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';
import { BranchId } from '../people/model';

/** Groups of fewer people are never shown, nor can what is shown be subtracted to show them. */
export const fewestShown = 5;

/** 半年, `2026H1`: the only times by which leavings are told apart. */
export const HalfYear = z.string().regex(/^\d{4}H[12]$/);
export type HalfYear = z.infer<typeof HalfYear>;

/** The fixed views. None can be filtered or combined: a filter of one's own would allow differences. */
export const Cut = z.enum(['department', 'tenure', 'position', 'halfYear', 'managerView', 'halfYearByDepartment']);
export type Cut = z.infer<typeof Cut>;

const Entry = z.object({
  key: z.string().max(64),
  words: z.string().max(60),
  total: z.int().min(fewestShown),
});

/** Counts of one fixed view. A `null` count is one that is not shown. */
export const ShownTable = z.object({
  cut: Cut,
  columns: z.array(Entry).max(16),
  rows: z.array(Entry.extend({ counts: z.array(z.int().min(0).nullable()).max(16) })).max(16),
});
export type ShownTable = z.infer<typeof ShownTable>;

/** How the reasons of one group are spread; those of fewer than five people are told together as `hidden`. */
export const ReasonShare = z.object({
  key: z.string().max(64),
  words: z.string().max(60),
  total: z.int().min(fewestShown),
  reasons: z.array(z.object({ words: z.string().max(60), count: z.int().min(fewestShown) })).max(200),
  /** People whose reason is in this group, but not told apart; 0 or at least five. */
  hidden: z.int().min(0),
});
export type ReasonShare = z.infer<typeof ReasonShare>;

/** 离职率 over the two last complete half-years. */
export const Turnover = z.object({
  from: Day,
  until: Day,
  left: z.int().min(fewestShown),
  averageHeadcount: z.number().min(0),
  /** Leavings for each hundred people. */
  ratePercent: z.number().min(0),
});
export type Turnover = z.infer<typeof Turnover>;

/** What the board shows of a scope; everything in it has been through the rule of five. */
export const ShownLeavings = z.object({
  /** Null while fewer than five have left. */
  total: z.int().min(fewestShown).nullable(),
  shares: z.array(ReasonShare).max(16),
  tables: z.array(ShownTable).max(6),
  turnover: Turnover.nullable(),
});
export type ShownLeavings = z.infer<typeof ShownLeavings>;

/** What an improvement is about: a group of reasons, or a department, as the board names it. */
export const ImprovementAbout = z.strictObject({ cut: z.enum(['reason', 'department']), key: Id });
export type ImprovementAbout = z.infer<typeof ImprovementAbout>;

export const mostReports = 20;

/** What the owner says about how far an improvement is. */
const ImprovementReport = z.object({ at: Instant, words: z.string().max(200) });

/** 改进: from a finding to what is done about it. */
export const Improvement = z.object({
  _id: Id,
  title: z.string().max(60),
  about: ImprovementAbout,
  aboutWords: z.string().max(60),
  ownerName: z.string().max(40),
  /** The owner's employment has ended, so that somebody else has to be found. */
  hasOwnerLeft: z.boolean(),
  dueOn: Day,
  /** From which half-year on it works. */
  from: HalfYear,
  doneOn: Day.nullable(),
  result: z.string().max(200).nullable(),
  reports: z.array(ImprovementReport).max(mostReports),
  openedAt: Instant,
});
export type Improvement = z.infer<typeof Improvement>;

export const ExitBoard = ShownLeavings.extend({
  /** Null before anything was counted. */
  countedAt: Instant.nullable(),
  /** Whose board it is; null for the whole company. */
  branchId: BranchId.nullable(),
  /** Among which branches this HR may choose; none for the whole company. */
  branchIds: z.array(BranchId),
  /** Leavings whose words nobody has assigned to a reason yet. */
  hasUnassigned: z.boolean(),
  improvements: z.array(Improvement).max(20),
});
export type ExitBoard = z.infer<typeof ExitBoard>;

/** Words of a roster's column of reasons, and what HR says that they mean. Counts would tell small groups. */
export const ReasonWords = z.object({
  _id: Id,
  words: z.string().max(100),
  reasonId: Id.nullable(),
  /** What they seem to mean; only a proposal. */
  supposedId: Id.nullable(),
  isFrequent: z.boolean(),
});
export type ReasonWords = z.infer<typeof ReasonWords>;
