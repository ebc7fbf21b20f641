import type { PhotosView } from '../../../shared/activities/photos';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { is } from '../../platform/db';
import type { BoundIdentity } from '../../platform/identity';
import { addressesOf, arePictures } from '../../platform/pictures';
import { photosIdOf, type StoredPhotos } from '../documents';
import type { Viewer } from '../rules/activity';
import { checkRoomFor, isSamePhotos, newPhotos, photosView } from '../rules/photos';
import { store } from '../store';
import { settlePhotos } from './settle-photos';

interface Adding {
  activityId: string;
  isCover: boolean;
  pictureFileIds: readonly string[];
  requestId: string;
}

const isPlaceOf = (requestId: string) => (path: string, index: number) =>
  ['png', 'jpg', 'jpeg'].some((ending) => path === `activities/${requestId}/${index}.${ending}`);

/** One with its pictures: no request to the database. */
export async function shownPhotos(photos: StoredPhotos, viewer: Viewer): Promise<PhotosView> {
  const fileIds = photos.pictures.map(({ fileId }) => fileId);
  const urls = await addressesOf(fileIds);
  return photosView(
    photos,
    viewer,
    fileIds.flatMap((fileId) => urls.get(fileId) ?? []),
  );
}

/** A repeat finds what it added. What the checks leave open is written into it. */
export async function addPictures(adding: Adding, person: BoundIdentity, viewer: Viewer, now: Date) {
  const { activityId, isCover, pictureFileIds, requestId } = adding;
  const { personId: authorId, name: authorName } = person;
  if (!(await arePictures(pictureFileIds, isPlaceOf(requestId)))) return refuse('photos_unusable');
  const _id = photosIdOf(authorId, requestId);
  const [earlier, standing] = await Promise.all([
    store.photos.read(_id),
    isCover ? 0 : standingOf(authorId, activityId),
  ]);
  const answered = (there: StoredPhotos | null) =>
    there && isSamePhotos(there, pictureFileIds) ? shownPhotos(there, viewer) : refuse('request_id_reused');
  if (earlier) return answered(earlier);
  checkRoomFor(standing);
  const photos = newPhotos({ _id, activityId, authorId, authorName, isCover }, pictureFileIds, instant(now));
  if (await store.photos.insert(photos)) return shownPhotos(await settlePhotos(photos, now), viewer);
  return answered(await store.photos.read(_id));
}

/** How many times this person added photos that were not removed; a cover is none of them. */
const standingOf = (authorId: string, activityId: string): Promise<number> =>
  store.photos.count({ activityId, authorId, shownTo: is.among(['everybody', authorId]) });
