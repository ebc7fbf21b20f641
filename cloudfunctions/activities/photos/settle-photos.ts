import type { Instant } from '../../../shared/kernel/scalar';
import { by, is } from '../../platform/db';
import { removeFiles } from '../../platform/files';
import { oneByOne } from '../../platform/one-by-one';
import { askedPictures } from '../../platform/pictures';
import type { StoredPhotos } from '../documents';
import { store } from '../store';

const atOnce = 20;

/** The activity shows the cover that stands, and none that does not. The one added last holds. */
async function placeCover({ _id, activityId, state, pictures, sort }: StoredPhotos): Promise<void> {
  const [picture] = pictures;
  if (state === 'visible' && picture) {
    const cover = { photosId: _id, fileId: picture.fileId, sort };
    const older = { _id: activityId, 'cover.sort': is.below(sort) };
    const shown = await store.activities.changeOne(older, { cover: by.exactly(cover) });
    if (!shown) await store.activities.changeOne({ _id: activityId, cover: null }, { cover: by.exactly(cover) });
  } else {
    await store.activities.changeOne({ _id: activityId, 'cover.photosId': _id }, { cover: by.exactly(null) });
  }
}

/** Does what is still owed: asks for checks, shows or takes away the cover, drops the files of what was removed. */
export async function settlePhotos(photos: StoredPhotos, now: Date): Promise<StoredPhotos> {
  const { _id, version, authorId, state, pendingSince } = photos;
  if (pendingSince === null) return photos;
  const isOpen = state !== 'removed';
  const subject = { asker: 'activities', contentId: _id, personId: authorId } as const;
  const pictures = isOpen ? await askedPictures(photos.pictures, subject, now) : photos.pictures;
  if (photos.isCover) await placeCover(photos);
  if (!isOpen) await removeFiles(pictures.map(({ fileId }) => fileId));
  const isDone = !isOpen || pictures.every(({ isAsked }) => isAsked);
  const settled = await store.photos.changeOne(
    { _id, version },
    { pictures: by.exactly(pictures), pendingSince: isDone ? null : pendingSince, version: by.adding(1) },
  );
  // A verdict came meanwhile: what it says stands.
  return settled ?? (await store.photos.read(_id)) ?? photos;
}

/** What was cut off, and checks that could not be asked for. */
export async function settleAllPhotos(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.photos.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (photos) => settlePhotos(photos, now));
  return found.length;
}
