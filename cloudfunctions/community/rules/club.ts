import type { Club } from '../../../shared/community/club-calls';
import { refuse } from '../../../shared/refusal';

/** 社团 as stored; `_id` follows from whoever opened it and the request. */
export interface StoredClub {
  _id: string;
  name: string;
  about: string;
  organisers: { personId: string; name: string }[];
  /** A set: the count is its length. */
  memberIds: string[];
  lastRequestId: string;
  /** Name and id: the order of the list. */
  sort: string;
}

interface Viewer {
  personId: string;
  isHr: boolean;
}

export const clubSortOf = (name: string, _id: string) => `${name}.${_id}`;

/** The rights over a club are its organisers', and HR's. */
export function mayRun({ organisers }: StoredClub, { personId, isHr }: Viewer): boolean {
  return isHr || organisers.some((organiser) => organiser.personId === personId);
}

/** Everybody reads along, members write. */
export function checkMember({ memberIds }: StoredClub, personId: string): void {
  if (!memberIds.includes(personId)) refuse('club_not_member');
}

/** The named organisers as they are known; refuses when one of them does not work here, or has not joined. */
export function organisersOf(
  wanted: readonly string[],
  found: readonly { personId: string; name: string }[],
): StoredClub['organisers'] {
  const byId = new Map(found.map(({ personId, name }) => [personId, { personId, name }]));
  return [...new Set(wanted)].map((personId) => byId.get(personId) ?? refuse('colleague_not_found'));
}

export function clubView(club: StoredClub, viewer: Viewer): Club {
  const { _id, name, about, organisers, memberIds } = club;
  const isMember = memberIds.includes(viewer.personId);
  return { _id, name, about, organisers, members: memberIds.length, isMember, mayOrganise: mayRun(club, viewer) };
}
