import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf } from '../../../shared/kernel/day';
import { isMeant } from '../../../shared/people/audience';
import { refuse } from '../../../shared/refusal';
import { rolesOfPersons } from '../../platform/identity';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { ownArticle } from '../own-article';
import { readersAmong } from '../readers-among';

/** A page of colleagues less those who have read it or for whom it is not; so a page may hold fewer, or nobody. */
export const listNotRead: Handler<CommunityContract['listNotRead']> = async (
  { articleId, cursor, limit },
  { caller, now },
) => {
  const article = await ownArticle(articleId, caller.reach);
  const answer = await ask('people', 'listColleagues', { limit, ...(cursor === undefined ? {} : { cursor }) }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const { items: colleagues, next } = answer.data;
  const personIds = colleagues.map(({ personId }) => personId);
  const [rolesById, read] = await Promise.all([
    rolesOfPersons(personIds, dayOf(now)),
    readersAmong(articleId, personIds),
  ]);
  const items = colleagues.flatMap((one) => {
    const { personId, name, departmentName: place } = one;
    const roles = rolesById.get(personId);
    const isAsked = isMeant(article.audienceKeys, { ...one, roles: roles ?? [] }) && !read.has(personId);
    return isAsked ? [{ personId, name, place, hasJoined: roles !== undefined }] : [];
  });
  return { items, next };
};
