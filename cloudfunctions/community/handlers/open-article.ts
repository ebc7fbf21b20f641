import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { isFor, readingIdOf } from '../rules/article';
import { shownArticle } from '../shown-articles';
import { articles, readings } from '../store';

/** The first opening starts the clock; later ones go on from there. */
export const openArticle: Handler<CommunityContract['openArticle']> = async ({ articleId }, { caller, now }) => {
  const person = personOf(caller);
  const article = await articles.read(articleId);
  if (!article || !isFor(article, { ...person, roles: caller.roles })) refuse('article_not_found');
  const { personId, name, departmentName: place } = person;
  const _id = readingIdOf(personId, articleId);
  const who = { _id, articleId, personId, name, place, title: article.title };
  const opened = { ...who, openedAt: instant(now), readAt: null, earningSince: null, taskSince: null, sort: null };
  const isFirst = await readings.insert(opened);
  const reading = isFirst ? opened : await readings.read(_id);
  return { article: await shownArticle(article), isRead: reading?.readAt != null };
};
