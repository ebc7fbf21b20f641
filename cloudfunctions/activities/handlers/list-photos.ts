import type { ActivitiesContract } from '../../../shared/activities/contract';
import { is } from '../../platform/db';
import { addressesOf } from '../../platform/pictures';
import type { Handler } from '../../platform/serve';
import { viewerOf, visibleActivity } from '../read-activity';
import { mayOrganise } from '../rules/activity';
import { photosView } from '../rules/photos';
import { store } from '../store';

/** Whose photos these are stands in the query, so that a page is as long as it was asked for. */
export const listPhotos: Handler<ActivitiesContract['listPhotos']> = async (input, { caller }) => {
  const { activityId, cursor, limit } = input;
  const viewer = viewerOf(caller);
  const { activity } = await visibleActivity(activityId, viewer);
  const shownTo = mayOrganise(activity, viewer) ? is.not('nobody') : is.among(['everybody', viewer.personId]);
  const { items, next } = await store.photos.page({
    where: { activityId, shownTo },
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  const urls = await addressesOf(items.flatMap(({ pictures }) => pictures.map(({ fileId }) => fileId)));
  const shown = items.map((photos) => {
    const pictureUrls = photos.pictures.flatMap(({ fileId }) => urls.get(fileId) ?? []);
    return photosView(photos, viewer, pictureUrls);
  });
  return { items: shown, next };
};
