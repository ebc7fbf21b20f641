import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { countUnread } from '../count-unread';
import { entries } from '../store';

/** What was read needs no reminder any more. */
export const markRead: Handler<TodayContract['markRead']> = async ({ noticeIds }, { caller, now }) => {
  const { personId } = personOf(caller);
  const unread = { _id: is.among(noticeIds), personId, type: 'notice', open: true };
  await entries.changeAll(unread, { open: false, readAt: instant(now), remindAt: null });
  return { unread: await countUnread(personId) };
};
