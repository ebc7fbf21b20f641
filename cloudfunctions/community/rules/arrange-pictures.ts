import type { WantedPicture } from '../../../shared/community/post';
import { newPicture } from '../../../shared/kernel/picture-check';
import { refuse } from '../../../shared/refusal';
import type { StoredPost } from './post';

/** The pictures of a post in their new order, and what its author took out of it. */
export type Arranged = Pick<StoredPost, 'pictures' | 'picturesEver' | 'droppedFileIds'>;

/** Those that stay keep what was found about them, new ones are to be checked. Refuses one that is not in the post. */
export function arrangePictures(post: Arranged, wanted: readonly WantedPicture[] | undefined): Arranged {
  const { pictures: before, droppedFileIds } = post;
  if (wanted === undefined) return { pictures: before, picturesEver: post.picturesEver, droppedFileIds };
  let { picturesEver } = post;
  const pictures = wanted.map((one) => {
    if (!('number' in one)) return newPicture(picturesEver++, one.fileId);
    return before.find(({ number }) => number === one.number) ?? refuse('post_picture_unusable');
  });
  const kept = new Set(pictures.map(({ number }) => number));
  if (kept.size < pictures.length) refuse('post_picture_unusable');
  const dropped = before.filter(({ number }) => !kept.has(number)).map(({ fileId }) => fileId);
  return { pictures, picturesEver, droppedFileIds: [...droppedFileIds, ...dropped] };
}
