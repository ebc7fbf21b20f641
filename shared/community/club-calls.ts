import * as z from 'zod';
import { pageOf, pageRequest } from '../kernel/page';
import { Id, line, paragraph, RequestId } from '../kernel/scalar';

const staff = ['employee'] as const;
const one = { clubId: Id };

/** Members and organisers stand in the club. */
export const mostMembers = 2000;
const mostClubOrganisers = 5;

/** 社团: a space that colleagues run themselves. */
export const Club = z.object({
  _id: Id,
  name: z.string().max(20),
  about: z.string().max(300),
  organisers: z.array(z.object({ personId: Id, name: z.string().max(40) })).max(mostClubOrganisers),
  members: z.int().min(0).max(mostMembers),
  isMember: z.boolean(),
  /** Whether the reader may change the club and take posts out of its space. */
  mayOrganise: z.boolean(),
});
export type Club = z.infer<typeof Club>;

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
    refusals: ['club_not_found', 'club_not_run', 'colleague_not_found', 'text_refused', 'wait_and_repeat'],
  },
  listClubs: {
    kind: 'read',
    roles: staff,
    input: z.strictObject({ ...pageRequest }),
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
    refusals: ['club_full', 'club_not_found'],
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
