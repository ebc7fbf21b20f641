import type { ActivitiesContract } from '../../../shared/activities/contract';
import { mayAddress } from '../../../shared/people/audience';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { colleaguesNamed } from '../../platform/colleagues-named';
import type { Handler } from '../../platform/serve';
import { activityIdOf, fingerprintOf } from '../documents';
import { shownActivity, viewerOf } from '../read-activity';
import { newActivity } from '../rules/activity';
import { store } from '../store';

/** The notice to the colleagues follows with the next minute. */
export const publishActivity: Handler<ActivitiesContract['publishActivity']> = async (input, { caller, now }) => {
  const { requestId, ...terms } = input;
  const { personId } = personOf(caller);
  const viewer = viewerOf(caller);
  const [activityId, fingerprint] = [activityIdOf(personId, requestId), fingerprintOf(terms)];
  const earlier = await store.activities.read(activityId);
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) return refuse('request_id_reused');
    return shownActivity(earlier, null, viewer);
  }
  if (!mayAddress(viewer.reach, terms.audience)) return refuse('branch_out_of_reach');
  const organisers = await colleaguesNamed(terms.organiserIds, [], now);
  const activity = newActivity(terms, { activityId, fingerprint, publishedById: personId, organisers, now });
  const isNew = await store.activities.insert(activity);
  return isNew ? shownActivity(activity, null, viewer) : refuse('wait_and_repeat');
};
