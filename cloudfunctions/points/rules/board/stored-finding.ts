import { minutesAfter, monthOf } from '../../../../shared/kernel/day';
import type { Day, Instant } from '../../../../shared/kernel/scalar';
import type { PointFinding } from '../../../../shared/points/board';
import { type Finding, findingIdOf } from './findings';

/** How long a finding is kept, looked at or not. */
const keptMinutes = 365 * 1440;

/** 值得看一眼 as stored, without names. */
export interface StoredFinding extends Finding {
  _id: string;
  foundOn: Day;
  /** Order of the list: the latest first. */
  sort: string;
  state: PointFinding['state'];
  note: string | null;
  lookedAtById: string | null;
  lookedAtBy: string | null;
  noteRequestId: string | null;
  purgeAt: Instant;
}

export function storedFinding(finding: Finding, foundOn: Day, now: Date): StoredFinding {
  const _id = findingIdOf(finding, monthOf(foundOn));
  const unseen = { state: 'open', note: null, lookedAtById: null, lookedAtBy: null, noteRequestId: null } as const;
  return { _id, ...finding, foundOn, sort: `${foundOn}.${_id}`, ...unseen, purgeAt: minutesAfter(now, keptMinutes) };
}

/** Everybody whom these findings name. */
export function peopleNamed(findings: readonly Finding[]): string[] {
  const ids = findings.flatMap(({ personId, otherPersonId }) => [personId, ...(otherPersonId ? [otherPersonId] : [])]);
  return [...new Set(ids)];
}

/** A finding as HR sees it. */
export function findingView(stored: StoredFinding, names: ReadonlyMap<string, string>): PointFinding {
  const { _id, kind, personId, otherPersonId, rule, times, foundOn, state, note, lookedAtBy } = stored;
  const personName = names.get(personId) ?? '已离开的同事';
  const otherName = otherPersonId === null ? null : (names.get(otherPersonId) ?? '已离开的同事');
  return { _id, kind, personId, personName, otherName, rule, times, foundOn, state, note, lookedAtBy };
}
