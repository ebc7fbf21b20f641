import type { ActivitiesContract } from '../../../shared/activities/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { ask } from '../../platform/outbox';
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
  if (!reaches(viewer.reach, terms.branchId)) return refuse('branch_out_of_reach');
  const organisers = await namesOf(terms.organiserIds, now);
  const activity = newActivity(terms, { activityId, fingerprint, publishedById: personId, organisers, now });
  const isNew = await store.activities.insert(activity);
  return isNew ? shownActivity(activity, null, viewer) : refuse('wait_and_repeat');
};

async function namesOf(organiserIds: readonly string[], now: Date) {
  const personIds = [...new Set(organiserIds)];
  if (personIds.length === 0) return [];
  const answer = await ask('people', 'readColleagues', { personIds }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const named = answer.data.items.map(({ personId, name }) => ({ personId, name }));
  return named.length === personIds.length ? named : refuse('colleague_not_found');
}
