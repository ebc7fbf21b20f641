import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { addPictures } from '../photos/add-photos';
import { organisedActivity, viewerOf } from '../read-activity';
import { checkNotEnded } from '../rules/route';

export const setCover: Handler<ActivitiesContract['setCover']> = async (input, { caller, now }) => {
  const viewer = viewerOf(caller);
  checkNotEnded(await organisedActivity(input.activityId, viewer), instant(now));
  return addPictures({ ...input, isCover: true }, personOf(caller), viewer, now);
};
