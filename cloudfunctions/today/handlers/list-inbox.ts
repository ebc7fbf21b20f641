import type { TodayContract } from '../../../shared/today/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { noticeView } from '../rules/entry';
import { entries } from '../store';

export const listInbox: Handler<TodayContract['listInbox']> = async ({ cursor, limit }, { caller }) => {
  const { personId } = personOf(caller);
  const where = { personId, type: 'notice' };
  const { items, next } = await entries.page({ where, sortedBy: 'sort', direction: 'desc', cursor, limit });
  return { items: items.flatMap((entry) => (entry.type === 'notice' ? [noticeView(entry)] : [])), next };
};
