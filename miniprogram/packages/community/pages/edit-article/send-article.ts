import type { ArticleView } from '../../../../../shared/community/article';
import type { Answer } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { uploadFile } from '../../../../cloud/upload';
import { type ArticleDraft, blockOf, publishAtOf } from './article-draft';

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

/** Uploads what is new and sends the article. Nothing that was not uploaded is sent. */
export async function sendArticle(
  draft: ArticleDraft,
  articleId: string,
  requestId: string,
): Promise<Answer<ArticleView>> {
  const fileIdOf = async (path: string, standing: string, place: number): Promise<string | null> => {
    if (!path) return standing;
    const sent = await uploadFile(`articles/${requestId}/${place}.${extensionOf(path)}`, path);
    return sent.ok ? sent.fileId : null;
  };
  const cover = await fileIdOf(draft.cover, draft.coverFileId, 0);
  const files = await Promise.all(
    draft.pieces.map(({ picture, fileId }, index) => fileIdOf(picture, fileId, index + 1)),
  );
  if (cover === null || files.includes(null)) return { ok: false, code: 'unreachable' };
  const blocks = draft.pieces.flatMap((piece, index) => blockOf(piece, files[index] ?? '') ?? []);
  return cloud.community.writeArticle({
    articleId: articleId || null,
    kind: draft.kind,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    coverFileId: cover || null,
    blocks,
    audience: draft.audience,
    publishAt: publishAtOf(draft),
    isPinned: draft.isPinned,
    isMustRead: draft.isMustRead,
    requestId,
  });
}
