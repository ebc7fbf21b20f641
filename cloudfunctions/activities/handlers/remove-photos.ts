import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { by, is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { settlePhotos } from '../photos/settle-photos';
import { store } from '../store';

export const removePhotos: Handler<ActivitiesContract['removePhotos']> = async ({ photosId }, { caller, now }) => {
  const { personId: authorId } = personOf(caller);
  const removed = await store.photos.changeOne(
    { _id: photosId, authorId, state: is.not('removed') },
    { state: 'removed', shownTo: 'nobody', pendingSince: instant(now), version: by.adding(1) },
  );
  const photos = removed ?? (await store.photos.read(photosId));
  if (photos?.authorId !== authorId) return refuse('photos_not_found');
  await settlePhotos(photos, now);
  return {};
};
