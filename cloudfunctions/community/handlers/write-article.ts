import type { CommunityContract } from '../../../shared/community/contract';
import { instant } from '../../../shared/kernel/day';
import { keysOfAudience, mayAddress } from '../../../shared/people/audience';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { contentIdOf } from '../content-id';
import { ownArticle } from '../own-article';
import { checkArticlePictures } from '../pictures';
import { announcementOf, filesOf, type StoredArticle, sortOf } from '../rules/article';
import { shownArticle } from '../shown-articles';
import { articles } from '../store';

/** One insert for a new article, one update for a changed one. What is to come is published by the sweep. */
export const writeArticle: Handler<CommunityContract['writeArticle']> = async (
  { articleId, publishAt, requestId, ...content },
  { caller, now },
) => {
  const { personId, name } = personOf(caller);
  if (!mayAddress(caller.reach, content.audience)) refuse('article_audience_foreign');
  const earlier = articleId === null ? null : await ownArticle(articleId, caller.reach);
  if (earlier?.lastRequestId === requestId) return shownArticle(earlier);
  const kept = earlier ? filesOf(earlier) : [];
  await checkArticlePictures(
    filesOf(content).filter((fileId) => !kept.includes(fileId)),
    requestId,
  );
  const at = instant(now);
  const due = publishAt ?? earlier?.publishAt ?? at;
  const _id = earlier?._id ?? contentIdOf('article', personId, requestId);
  const changing = {
    ...content,
    audienceKeys: keysOfAudience(content.audience),
    state: due > at ? ('scheduled' as const) : ('published' as const),
    publishAt: due,
    ...announcementOf(content.isMustRead, earlier, due, at),
    lastRequestId: requestId,
    sort: sortOf(content.isPinned, due, _id),
  };
  if (earlier) {
    const { audience, blocks, ...rest } = changing;
    const changed = await articles.changeOne(
      { _id },
      { ...rest, audience: by.exactly(audience), blocks: by.exactly(blocks) },
    );
    return shownArticle(changed ?? refuse('article_not_found'));
  }
  const ownerBranchId = caller.reach === 'everywhere' ? null : ownerOf(changing.audienceKeys);
  const article: StoredArticle = {
    ...changing,
    _id,
    ownerBranchId,
    authorId: personId,
    authorName: name,
    readers: 0,
    recountSince: null,
    written: `${at}.${_id}`,
  };
  if (await articles.insert(article)) return shownArticle(article);
  const same = await articles.read(_id);
  return same?.title === content.title ? shownArticle(same) : refuse('request_id_reused');
};

/** An article of a branch's HR belongs to the branch that it is for. */
const ownerOf = (audienceKeys: readonly string[]) => audienceKeys[0]?.replace('branch:', '') ?? null;
