import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { by } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { shownPhotos } from '../photos/add-photos';
import { settlePhotos } from '../photos/settle-photos';
import { viewerOf } from '../read-activity';
import { mayOrganise } from '../rules/activity';
import { decidedState } from '../rules/photos';
import { store } from '../store';

export const decidePhotos: Handler<ActivitiesContract['decidePhotos']> = async (input, { caller, now }) => {
  const { photosId, verdict, reason } = input;
  const viewer = viewerOf(caller);
  const photos = await store.photos.read(photosId);
  const activity = photos && (await store.activities.read(photos.activityId));
  if (!activity || !mayOrganise(activity, viewer) || photos.state === 'removed') return refuse('photos_not_found');
  const decided = decidedState(photos, { verdict, reason }, viewer);
  if (!decided) return shownPhotos(await settlePhotos(photos, now), viewer);
  const at = instant(now);
  const changed = await store.photos.changeOne(
    { _id: photosId, version: photos.version },
    { ...decided, decidedAt: at, pendingSince: at, version: by.adding(1) },
  );
  return changed ? shownPhotos(await settlePhotos(changed, now), viewer) : refuse('wait_and_repeat');
};
