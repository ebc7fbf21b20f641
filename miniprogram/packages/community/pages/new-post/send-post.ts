import type { PostView } from '../../../../../shared/community/post';
import type { Answer } from '../../../../../shared/kernel/contract';
import { cloud } from '../../../../cloud/client';
import { uploadFile } from '../../../../cloud/upload';
import type { DraftPicture } from './draft-pictures';
import { namedIn, type PostDraft } from './post-draft';

const unreachable = { ok: false, code: 'unreachable' } as const;

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

/** What the cloud is told of each picture, those on the phone uploaded by their place; null when one got lost. */
async function sentPictures(pictures: readonly DraftPicture[], requestId: string) {
  const sent = await Promise.all(
    pictures.map(async ({ src, number }, place) => {
      if (number !== null) return { number };
      const uploaded = await uploadFile(`posts/${requestId}/${place}.${extensionOf(src)}`, src);
      return uploaded.ok ? { fileId: uploaded.fileId } : null;
    }),
  );
  const all = sent.flatMap((one) => one ?? []);
  return all.length === sent.length ? all : null;
}

export async function publishDraft(
  draft: PostDraft,
  clubId: string | null,
  requestId: string,
): Promise<Answer<PostView>> {
  const sent = await sentPictures(draft.pictures, requestId);
  if (sent === null) return unreachable;
  const { kind, text, topics } = draft;
  const pictureFileIds = sent.flatMap((one) => ('fileId' in one ? [one.fileId] : []));
  const mentionIds = namedIn(draft);
  return cloud.community.publishPost({
    kind,
    text: text.trim(),
    topics,
    pictureFileIds,
    mentionIds,
    clubId,
    requestId,
  });
}

export async function saveChange(draft: PostDraft, postId: string, requestId: string): Promise<Answer<PostView>> {
  const pictures = await sentPictures(draft.pictures, requestId);
  if (pictures === null) return unreachable;
  const { text, topics } = draft;
  const mentionIds = namedIn(draft);
  return cloud.community.editPost({ postId, text: text.trim(), topics, mentionIds, pictures, requestId });
}
