import type { WantedPicture } from '../../shared/community/post';
import { refuse } from '../../shared/refusal';
import { arePictures } from '../platform/pictures';
import { isArticlePicturePath, isPicturePath } from './rules/picture';
import type { StoredPost } from './rules/post';

/** Pictures that a list shows of each post; all of them stand on its page. */
export const picturesInList = 3;

/** Only files that were uploaded for this very request: nobody can show a file of somebody else. */
export async function checkPictures(fileIds: readonly string[], requestId: string): Promise<void> {
  await checkFiles(fileIds, (path, index) => isPicturePath(path, requestId, index));
}

/** The same for pictures that a change adds, each by its place among all of them. */
export async function checkAddedPictures(wanted: readonly WantedPicture[], requestId: string): Promise<void> {
  const added = wanted.flatMap((one, place) => ('fileId' in one ? [{ fileId: one.fileId, place }] : []));
  const fileIds = added.map(({ fileId }) => fileId);
  await checkFiles(fileIds, (path, index) => isPicturePath(path, requestId, added[index]?.place ?? -1));
}

/** The same for what an article newly shows. */
export async function checkArticlePictures(fileIds: readonly string[], requestId: string): Promise<void> {
  await checkFiles(fileIds, (path) => isArticlePicturePath(path, requestId));
}

async function checkFiles(fileIds: readonly string[], isPlace: (path: string, index: number) => boolean) {
  if (!(await arePictures(fileIds, isPlace))) refuse('post_picture_unusable');
}

/** The file ids of a post's first pictures. */
export const fileIdsOf = (post: StoredPost, most: number) => post.pictures.slice(0, most).map(({ fileId }) => fileId);
