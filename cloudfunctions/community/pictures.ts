import type { WantedPicture } from '../../shared/community/post';
import { refuse } from '../../shared/refusal';
import { cloudPathOf, readFile, temporaryUrls } from '../platform/files';
import { isArticlePicturePath, isPicture, isPicturePath } from './rules/picture';
import type { StoredPost } from './rules/post';

/** Pictures that a list shows of each post; all of them stand on its page. */
export const picturesInList = 3;
/** The storage answers for so many files at once. */
const filesAtOnce = 50;

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
  const paths = fileIds.map(cloudPathOf);
  if (paths.some((path, index) => path === null || !isPlace(path, index))) refuse('post_picture_unusable');
  const files = await Promise.all(fileIds.map(readFile));
  if (files.some((file) => file === null || !isPicture(file))) refuse('post_picture_unusable');
}

/** Addresses by file id; one request to the storage for fifty files. */
export async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(fileIds)];
  const parts = Array.from({ length: Math.ceil(wanted.length / filesAtOnce) }, (_, part) =>
    wanted.slice(part * filesAtOnce, (part + 1) * filesAtOnce),
  );
  const found = await Promise.all(parts.map(temporaryUrls));
  return new Map(found.flatMap((part) => [...part]));
}

/** The file ids of a post's first pictures. */
export const fileIdsOf = (post: StoredPost, most: number) => post.pictures.slice(0, most).map(({ fileId }) => fileId);
