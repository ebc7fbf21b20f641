import {
  type Club,
  type ClubMember,
  type ClubRemoval,
  mostClubRemovals,
  removalDays,
} from '../../../shared/community/club-calls';
import { addDays, dayOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { refuse } from '../../../shared/refusal';

/** Somebody taken out by an organiser. */
interface Removal {
  personId: string;
  reason: string;
  at: Instant;
  requestId: string;
  isTold: boolean;
}

/** Tell the removed why, and the readmitted; tell members that it is closed; HR's task to find organisers. */
export type ClubDuty = 'tellRemoved' | 'tellReadmitted' | 'tellClosed' | 'task';

/** 社团 as stored; `_id` follows from whoever opened it and the request. */
export interface StoredClub {
  _id: string;
  name: string;
  about: string;
  /** Empty from the day after the last of them left the company until HR names another. */
  organisers: { personId: string; name: string }[];
  /** A set in the order of joining: the count is its length. Of a closed club those who were not told yet. */
  memberIds: string[];
  removals: Removal[];
  /** Who may join again and was not told yet, and by which request. */
  readmitted: { personId: string; requestId: string }[];
  state: 'open' | 'closed';
  closedAt: Instant | null;
  closedReason: string;
  duties: ClubDuty[];
  dutiesSince: Instant | null;
  /** Who was given HR's task. */
  taskHolders: string[];
  /** When the sweep looks next who of it works here; null once it is closed. */
  lookOn: Day | null;
  /** How far, in the order of ids, today's look has come. */
  lookedTo: string;
  lastRequestId: string;
  /** Name and id: the order of the list. */
  sort: string;
}

interface Viewer {
  personId: string;
  isHr: boolean;
}

interface Opening {
  _id: string;
  name: string;
  about: string;
  organisers: StoredClub['organisers'];
  requestId: string;
  lookOn: Day;
}

export const clubSortOf = (name: string, _id: string) => `${name}.${_id}`;

/** Its organisers are its first members. */
export function openedClub({ requestId, ...written }: Opening): StoredClub {
  return {
    ...written,
    ...{ memberIds: written.organisers.map(({ personId }) => personId), removals: [], readmitted: [], lookedTo: '' },
    ...{ state: 'open', closedAt: null, closedReason: '', duties: [], dutiesSince: null, taskHolders: [] },
    ...{ lastRequestId: requestId, sort: clubSortOf(written.name, written._id) },
  };
}

/** The rights over a club are its organisers', and HR's. */
export function mayRun({ organisers }: StoredClub, { personId, isHr }: Viewer): boolean {
  return isHr || organisers.some((organiser) => organiser.personId === personId);
}

export function checkOpen({ state }: Pick<StoredClub, 'state'>): void {
  if (state === 'closed') refuse('club_closed');
}

/** Everybody reads along, members write, and nobody once it is closed. */
export function checkMember(club: StoredClub, personId: string): void {
  checkOpen(club);
  if (!club.memberIds.includes(personId)) refuse('club_not_member');
}

/** Who is in a club is told to those who are, and to those who run it. */
export function checkMaySeeMembers(club: StoredClub, viewer: Viewer): void {
  checkOpen(club);
  if (!mayRun(club, viewer) && !club.memberIds.includes(viewer.personId)) refuse('club_members_hidden');
}

/** Why somebody who is not in the club cannot join it. */
export function checkMayJoin(club: StoredClub, personId: string): void {
  checkOpen(club);
  if (club.removals.some((removal) => removal.personId === personId)) refuse('club_removed');
}

/** An organiser hands on first; and nobody is removed who is not there. */
export function checkRemovable({ organisers, memberIds }: StoredClub, personId: string): void {
  if (organisers.some((organiser) => organiser.personId === personId)) refuse('club_member_organises');
  if (!memberIds.includes(personId)) refuse('club_member_gone');
}

/** The removals with one more: the last `mostClubRemovals` stand. */
export function withRemoval({ removals }: StoredClub, removed: Omit<Removal, 'isTold'>): Removal[] {
  const others = removals.filter(({ personId }) => personId !== removed.personId);
  return [...others, { ...removed, isTold: false }].slice(-mostClubRemovals);
}

/** The named organisers as they are known; refuses when one of them does not work here, or has not joined. */
export function organisersOf(
  wanted: readonly string[],
  found: readonly { personId: string; name: string }[],
): StoredClub['organisers'] {
  const byId = new Map(found.map(({ personId, name }) => [personId, { personId, name }]));
  return [...new Set(wanted)].map((personId) => byId.get(personId) ?? refuse('colleague_not_found'));
}

/** Everybody of a club whom today's look has not come to, in the order of ids. */
export function toLookAt({ memberIds, organisers, lookedTo }: StoredClub): string[] {
  const everybody = new Set([...memberIds, ...organisers.map(({ personId }) => personId)]);
  return [...everybody].filter((personId) => personId > lookedTo).sort();
}

/**
 * A club after a look at some of its people: who works here no more is out of it, and HR has a task once nobody is
 * left who runs it. Old removals are forgotten.
 */
export function lookedAtClub(club: StoredClub, looked: readonly string[], here: ReadonlySet<string>, at: Instant) {
  const today = dayOf(new Date(at));
  const goneIds = looked.filter((personId) => !here.has(personId));
  const organisers = club.organisers.filter(({ personId }) => !goneIds.includes(personId));
  const isLast = looked.length === toLookAt(club).length;
  return {
    goneIds,
    organisers,
    isUnled: organisers.length === 0 && club.organisers.length > 0,
    removals: club.removals.filter((one) => addDays(dayOf(new Date(one.at)), removalDays) > today),
    lookOn: isLast ? addDays(today, 1) : club.lookOn,
    lookedTo: isLast ? '' : (looked.at(-1) ?? ''),
  };
}

export function clubView(club: StoredClub, viewer: Viewer): Club {
  const { _id, name, about, organisers, memberIds, closedAt, closedReason } = club;
  const isOpen = closedAt === null;
  return {
    ...{ _id, name, about, organisers, members: isOpen ? memberIds.length : 0 },
    isMember: isOpen && memberIds.includes(viewer.personId),
    mayOrganise: isOpen && mayRun(club, viewer),
    closed: isOpen ? null : { at: closedAt, reason: closedReason },
  };
}

interface Known {
  personId: string;
  name: string;
  departmentName: string;
}

/** Everybody in it: organisers first, as they are named, then the others in the order of joining. */
export function membersInOrder({ organisers, memberIds }: StoredClub): string[] {
  const organiserIds = organisers.map(({ personId }) => personId);
  const first = organiserIds.filter((personId) => memberIds.includes(personId));
  return [...first, ...memberIds.filter((personId) => !organiserIds.includes(personId))];
}

/** A page of them. The cursor is the place and the id of the last one shown, who may have left since. */
export function pageOfMembers(ordered: readonly string[], cursor: string | undefined, limit: number) {
  const [, place = '0', lastId = ''] = /^(\d+)-(.*)$/.exec(cursor ?? '') ?? [];
  const found = ordered.indexOf(lastId);
  const from = found >= 0 ? found + 1 : Number(place);
  const ids = ordered.slice(from, from + limit);
  const [end, shown] = [from + ids.length, ids.at(-1)];
  return { ids, next: end < ordered.length && shown !== undefined ? `${end - 1}-${shown}` : null };
}

/** These members as the others see them, in the order given. */
export function membersShown(
  { organisers }: StoredClub,
  ids: readonly string[],
  known: readonly Known[],
): ClubMember[] {
  const byId = new Map(known.map((one) => [one.personId, one]));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { personId, name, departmentName } = one;
    return { personId, name, departmentName, isOrganiser: organisers.some((each) => each.personId === id) };
  });
}

/** Who was removed, the latest first. */
export function removalsShown({ removals }: StoredClub, known: readonly Known[]): ClubRemoval[] {
  const names = new Map(known.map(({ personId, name }) => [personId, name]));
  return removals.toReversed().flatMap(({ personId, reason, at }) => {
    const name = names.get(personId);
    return name === undefined ? [] : { personId, name, reason, at };
  });
}
