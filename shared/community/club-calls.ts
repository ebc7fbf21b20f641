import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, Instant, line, paragraph, RequestId } from '../kernel/scalar';

const staff = ['employee'] as const;
const one = { clubId: Id };

/** Members and organisers stand in the club. */
export const mostMembers = 2000;
const mostClubOrganisers = 5;
/** Removals that a club remembers; with a page of members they are within what one request names. */
export const mostClubRemovals = 50;
/** Whoever was removed may join again by themselves after so long, or as soon as an organiser lets them. */
export const removalDays = 90;
const reasonLength = 100;

/** 社团: a space that colleagues run themselves. */
export const Club = z.object({
  _id: Id,
  name: z.string().max(20),
  about: z.string().max(300),
  organisers: z.array(z.object({ personId: Id, name: z.string().max(40) })).max(mostClubOrganisers),
  /** Nobody's any more once it is closed. */
  members: z.int().min(0).max(mostMembers),
  isMember: z.boolean(),
  /** Whether the reader may change the club, its members and what stands in its space. */
  mayOrganise: z.boolean(),
  /** When and why it was closed: its posts stay, nobody joins or writes. */
  closed: z.object({ at: Instant, reason: z.string().max(reasonLength) }).nullable(),
});
export type Club = z.infer<typeof Club>;

/** 成员, as the other members see one. */
export const ClubMember = z.object({
  personId: Id,
  name: z.string().max(40),
  departmentName: z.string().max(60),
  isOrganiser: z.boolean(),
});
export type ClubMember = z.infer<typeof ClubMember>;

/** Somebody whom an organiser took out of the club. */
export const ClubRemoval = z.object({
  personId: Id,
  name: z.string().max(40),
  reason: z.string().max(reasonLength),
  at: Instant,
});
export type ClubRemoval = z.infer<typeof ClubRemoval>;

const written = {
  name: line(20),
  about: paragraph(300),
  organiserIds: z.array(Id).min(1).max(mostClubOrganisers),
};

export const clubCalls = {
  /** HR opens a club and hands it to its organisers, who run it. */
  openClub: {
    kind: 'change',
    roles: ['hr'],
    input: z.strictObject({ ...written, requestId: RequestId }),
    output: Club,
    refusals: ['colleague_not_found', 'request_id_reused'],
  },
  /** By its organisers, or HR: also how organisers hand it on. */
  changeClub: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, ...written, requestId: RequestId }),
    output: Club,
    refusals: [
      'club_closed',
      'club_not_found',
      'club_not_run',
      'colleague_not_found',
      'text_refused',
      'wait_and_repeat',
    ],
  },
  /** Those that are open, or those that were closed. */
  listClubs: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ isClosed: z.boolean().default(false), ...pageRequest }),
    output: pageOf(Club),
    refusals: [],
  },
  readClub: { kind: 'read', roles: staff, input: z.strictObject(one), output: Club, refusals: ['club_not_found'] },
  /** 加入 and 退出. Everybody reads along; members write. */
  joinClub: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, isMember: z.boolean(), requestId: RequestId }),
    output: Club,
    refusals: ['club_closed', 'club_full', 'club_not_found', 'club_removed'],
  },
  /**
   * For who is in it, its organisers and HR: who works here today, organisers first, then in the order of joining;
   * with `search` those whose name begins so.
   */
  listClubMembers: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...one, search: line(40).optional(), ...pageRequest }),
    /** Who was removed is told with the first page of all, to those who run the club. */
    output: pageOf(ClubMember).extend({
      mayOrganise: z.boolean(),
      removed: z.array(ClubRemoval).max(mostClubRemovals),
    }),
    refusals: ['club_closed', 'club_members_hidden', 'club_not_found'],
  },
  /** By an organiser or HR. The removed hears the reason, and joins again after `removalDays` at the earliest. */
  removeClubMember: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, personId: Id, reason: line(reasonLength), requestId: RequestId }),
    output: Club,
    refusals: [
      'club_closed',
      'club_member_gone',
      'club_member_organises',
      'club_not_found',
      'club_not_run',
      'text_refused',
      'wait_and_repeat',
    ],
  },
  /** Whoever was removed may join again, and is told so. */
  readmitClubMember: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, personId: Id, requestId: RequestId }),
    output: Club,
    refusals: ['club_closed', 'club_not_found', 'club_not_run'],
  },
  /** 关闭社团, for good: members are told why, posts stay. By an organiser or HR. */
  closeClub: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ ...one, reason: line(reasonLength), requestId: RequestId }),
    output: Club,
    refusals: ['club_not_found', 'club_not_run', 'text_refused', 'wait_and_repeat'],
  },
  /** An organiser takes a post out of the club's space; it stays where everybody's posts stand. */
  moveOutOfClub: {
    kind: 'change',
    roles: staff,
    input: z.strictObject({ postId: Id, requestId: RequestId }),
    output: z.object({}),
    refusals: ['club_not_run', 'post_not_found'],
  },
} as const;
