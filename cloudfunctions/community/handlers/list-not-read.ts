import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf } from '../../../shared/kernel/day';
import { rolesOn } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { readIdentitiesOf } from '../../platform/identity';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { ownArticle } from '../own-article';
import { readersAmong } from '../readers-among';
import { isMeantFor } from '../rules/article';

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
  const [identities, read] = await Promise.all([readIdentitiesOf(personIds), readersAmong(articleId, personIds)]);
  const today = dayOf(now);
  const rolesById = new Map(identities.map((one) => [one.personId, rolesOn(today, one)]));
  const items = colleagues.flatMap((one) => {
    const { personId, name, departmentName: place } = one;
    const roles = rolesById.get(personId);
    const isAsked = isMeantFor(article, { ...one, roles: roles ?? [] }) && !read.has(personId);
    return isAsked ? [{ personId, name, place, hasJoined: roles !== undefined }] : [];
  });
  return { items, next };
};
