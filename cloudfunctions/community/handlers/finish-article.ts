import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { settleReadTask } from '../jobs/settle-read-tasks';
import { readingIdOf, secondsLeft } from '../rules/article';
import { articles, readings } from '../store';

/** 读完: once a person. The article's count is counted anew by the sweep, so no kill leaves it wrong. */
export const finishArticle: Handler<CommunityContract['finishArticle']> = async ({ articleId }, { caller, now }) => {
  const _id = readingIdOf(personOf(caller).personId, articleId);
  const at = instant(now);
  const reading = await readings.read(_id);
  const article = reading && (await articles.read(articleId));
  if (!article) refuse('article_not_found');
  if (reading.readAt !== null) return { isRead: true };
  const seconds = secondsLeft(article, reading.openedAt, at);
  if (seconds > 0) refuse('reading_too_short', { seconds });
  // The mark first: killed before the reading is written, the sweep only counts what was there before.
  await articles.changeOne({ _id: articleId }, { recountSince: at });
  const read = await readings.changeOne(
    { _id, readAt: null },
    {
      ...{ readAt: at, earningSince: at, sort: `${at}.${_id}` },
      taskSince: article.isMustRead ? at : null,
    },
  );
  if (read) {
    await articles.changeOne({ _id: articleId }, { readers: by.adding(1) });
    await settleReadTask(read, now);
  }
  return { isRead: true };
};
