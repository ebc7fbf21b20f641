import type { Instant } from '../../shared/kernel/scalar';
import { by, is } from '../platform/db';
import { removeFiles } from '../platform/files';
import { oneByOne } from '../platform/one-by-one';
import { askedPictures } from '../platform/pictures';
import type { StoredItem } from './documents';
import { store } from './store';

const atOnce = 20;

/** Asks WeChat about pictures that it was not asked about, and drops the files of those that were replaced. */
export async function settlePictures(item: StoredItem, now: Date): Promise<StoredItem> {
  const { _id, picturesVersion, picturesSince, picturesBy, droppedFileIds } = item;
  if (picturesSince === null) return item;
  const subject = { asker: 'sale', contentId: _id, personId: picturesBy } as const;
  const pictures = await askedPictures(item.pictures, subject, now);
  await removeFiles(droppedFileIds);
  const isDone = pictures.every(({ isAsked }) => isAsked);
  const settled = await store.items.changeOne(
    { _id, picturesVersion },
    {
      ...{ pictures: by.exactly(pictures), droppedFileIds: by.exactly([]) },
      ...{ picturesSince: isDone ? null : picturesSince, picturesVersion: by.adding(1) },
    },
  );
  // A verdict came meanwhile: what it says stands, and the timer asks for the rest.
  return settled ?? (await store.items.read(_id)) ?? item;
}

/** What was cut off, and checks that could not be asked for. */
export async function settleAllPictures(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.items.list({ where: { picturesSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (item) => settlePictures(item, now));
  return found.length;
}
