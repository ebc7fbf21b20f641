import { instant } from '../../shared/kernel/day';
import { ask } from '../platform/outbox';
import type { ClubNotice, CommunityNotice } from './rules/notices';

const pages = '/packages/community/pages';

/** Puts a message about a post into people's inbox; whether `today` has it. Telling it twice is harmless. */
export const tell = ({ postId, ...notice }: CommunityNotice, now: Date) =>
  inform(notice, `${pages}/post/post?id=${postId}`, now);

/** The same about a club. */
export const tellOfClub = ({ clubId, ...notice }: ClubNotice, now: Date) =>
  inform(notice, `${pages}/club/club?id=${clubId}`, now);

async function inform(notice: Omit<CommunityNotice, 'postId'>, page: string, now: Date): Promise<boolean> {
  const { factId, personIds, title, line } = notice;
  const answer = await ask(
    'today',
    'notify',
    {
      ...{ factId, personIds, kind: 'community', title, line: line === '' ? '打开看看' : line, page },
      ...{ at: instant(now), requestId: `tell-${factId.replaceAll('.', '-')}` },
    },
    now,
  );
  return answer.ok;
}
