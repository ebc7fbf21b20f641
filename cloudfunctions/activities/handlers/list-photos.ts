import type { ActivitiesContract } from '../../../shared/activities/contract';
import { addressesOf } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { viewerOf, visibleActivity } from '../read-activity';
import { maySeePhotos, photosView } from '../rules/photos';
import { store } from '../store';

export const listPhotos: Handler<ActivitiesContract['listPhotos']> = async (input, { caller }) => {
  const { activityId, cursor, limit } = input;
  const viewer = viewerOf(caller);
  const [{ activity }, { items, next }] = await Promise.all([
    visibleActivity(activityId, viewer),
    store.photos.page({ where: { activityId }, sortedBy: 'sort', direction: 'desc', cursor, limit }),
  ]);
  const seen = items.filter((photos) => maySeePhotos(photos, activity, viewer));
  const urls = await addressesOf(seen.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)));
  const shown = seen.map((photos) => {
    const pictureUrls = photos.pictures.flatMap(({ fileId }) => urls.get(fileId) ?? []);
    return photosView(photos, viewer, pictureUrls);
  });
  return { items: shown, next };
};
