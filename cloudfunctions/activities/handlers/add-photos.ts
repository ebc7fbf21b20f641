import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { addPictures } from '../photos/add-photos';
import { viewerOf, visibleActivity } from '../read-activity';
import { checkMayAdd } from '../rules/photos';

export const addPhotos: Handler<ActivitiesContract['addPhotos']> = async (input, { caller, now }) => {
  const viewer = viewerOf(caller);
  const { activity, enrolment } = await visibleActivity(input.activityId, viewer);
  checkMayAdd(activity, enrolment, viewer, instant(now));
  return addPictures({ ...input, isCover: false }, personOf(caller), viewer, now);
};
