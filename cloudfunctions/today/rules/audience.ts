import type { Role } from '../../../shared/kernel/role';
import { type NoticeKind, noticeKinds } from '../../../shared/today/model';

/** What still concerns somebody who has left: what they have to do, their papers and points, what the company tells. */
const alumniKinds: readonly NoticeKind[] = ['task', 'journey', 'points', 'news'];

/** The kinds of messages that somebody with these roles is told. */
export const kindsFor = (roles: readonly Role[]): readonly NoticeKind[] =>
  roles.includes('alumnus') ? alumniKinds : noticeKinds;

/** Whether a message concerns only people who work here or are about to. */
export const isForStaff = (kind: NoticeKind): boolean => !alumniKinds.includes(kind);
