import { instant } from '../../shared/kernel/day';
import { ask } from '../platform/outbox';
import type { CommunityNotice } from './rules/notices';

/** Puts a message into people's inbox; whether `today` has it. Telling it twice is harmless. */
export async function tell({ factId, personIds, title, line, postId }: CommunityNotice, now: Date): Promise<boolean> {
  const answer = await ask(
    'today',
    'notify',
    {
      factId,
      personIds,
      kind: 'community',
      title,
      line: line === '' ? '打开看看' : line,
      page: `/packages/community/pages/post/post?id=${postId}`,
      at: instant(now),
      requestId: `tell-${factId.replaceAll('.', '-')}`,
    },
    now,
  );
  return answer.ok;
}
