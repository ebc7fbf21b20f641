import { mostUnread } from '../../shared/today/model';
import { is } from '../platform/db';
import { unreadPrefix } from './rules/entry';
import { entries } from './store';

/** Unread messages of a person, up to a hundred: what is unread is listed, never counted along (ADR 0008). */
export async function countUnread(personId: string): Promise<number> {
  const where = { personId, open: true, openSort: is.startingWith(unreadPrefix) };
  return (await entries.list({ where, sortedBy: 'openSort', limit: mostUnread })).length;
}
