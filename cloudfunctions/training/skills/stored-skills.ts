import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { SkillNeed } from '../../../shared/training/skill';
import { shortHash } from '../documents';

/** There is one of each. */
export const skillsOfCompany = 'company';

/** 岗位要求: the list of skills and who has to know which, as a whole. */
export interface StoredSkillNeeds {
  _id: string;
  version: number;
  skills: string[];
  needs: SkillNeed[];
  changedById: string;
  /** The last change, so that its repeat is known. */
  requestId: string;
}

/** The word of a manager or of HR that somebody knows something. `_id` is person and skill. */
export interface StoredSkillConfirmation {
  _id: string;
  personId: string;
  skill: string;
  isProven: boolean;
  reason: string;
  byId: string;
  byName: string;
  at: Instant;
  /** Counts the words that were given: each is told once. */
  turn: number;
  /** Since when the person is to be told; null once told. */
  pendingSince: Instant | null;
  /** The requests of the last words: a repeat says nothing new. */
  lastRequestIds: string[];
}

/** People of a branch's department of whom a skill is wanted. */
export interface SkillCell {
  skill: string;
  branchId: string;
  departmentName: string;
  wanted: number;
  proven: number;
}

/** What one walk over the colleagues counted. */
export interface SkillCount {
  cells: SkillCell[];
  /** People whom each need means. */
  people: { needId: string; count: number }[];
}

/** The figures of the skills: what the last walk counted, and how far the present one has come. */
export interface StoredSkillFigures {
  _id: string;
  /** What the present walk counts: the day, and the needs of this version. */
  on: Day;
  needsVersion: number;
  /** Null at the beginning and at the end; `isWalking` tells which. */
  cursor: string | null;
  isWalking: boolean;
  counting: SkillCount;
  /** Of the last walk that arrived; null before the first. */
  counted: (SkillCount & { on: Day }) | null;
}

export const skillConfirmationIdOf = (personId: string, skill: string) => `s-${shortHash(`${personId}:${skill}`)}`;
