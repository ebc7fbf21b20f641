import { instant } from '../../../shared/kernel/day';
import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { countUnread } from '../count-unread';
import { unreadUntil } from '../rules/entry';
import { entries } from '../store';

export const markAllRead: Handler<TodayContract['markAllRead']> = async ({ until }, { caller, now }) => {
  const { personId } = personOf(caller);
  const { from, to } = unreadUntil(until);
  const unread = { personId, open: true, openSort: is.between(from, to) };
  await entries.changeAll(unread, { open: false, readAt: instant(now), remindAt: null });
  return { unread: await countUnread(personId) };
};
