import type { ActivitiesContract } from '../../../shared/activities/contract';
import { instant } from '../../../shared/kernel/day';
import { keysOfMember } from '../../../shared/people/audience';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { enrolmentIdOf } from '../documents';
import { headFields, shownRows, viewerOf } from '../read-activity';
import type { Viewer } from '../rules/activity';
import { store } from '../store';

export const listActivities: Handler<ActivitiesContract['listActivities']> = async (input, { caller, now }) => {
  const { which, cursor, limit } = input;
  const viewer = viewerOf(caller);
  if (which === 'mine') return listMine(viewer, cursor, limit);
  const isComing = which === 'coming';
  const at = instant(now);
  const { items, next } = await store.activities.page({
    where: { audienceKeys: is.among(keysOfMember(viewer)), sort: isComing ? is.above(at) : is.below(at) },
    ...{ sortedBy: 'sort', direction: isComing ? 'asc' : 'desc', cursor, limit, fields: headFields },
  });
  const ids = items.map(({ _id }) => enrolmentIdOf(_id, viewer.personId));
  const mine = ids.length === 0 ? [] : await store.enrolments.list({ where: { _id: is.among(ids) }, limit: 50 });
  const byActivity = new Map(mine.map((enrolment) => [enrolment.activityId, enrolment]));
  const rows = items.map((activity) => ({ activity, enrolment: byActivity.get(activity._id) ?? null }));
  return { items: await shownRows(rows, viewer), next };
};

async function listMine(viewer: Viewer, cursor: string | undefined, limit: number) {
  const { items, next } = await store.enrolments.page({
    where: { personId: viewer.personId },
    ...{ sortedBy: 'calendarSort', direction: 'desc', cursor, limit },
  });
  const ids = items.map(({ activityId }) => activityId);
  const found =
    ids.length === 0
      ? []
      : await store.activities.list({ where: { _id: is.among(ids) }, limit: 50, fields: headFields });
  const byId = new Map(found.map((activity) => [activity._id, activity]));
  const rows = items.flatMap((enrolment) => {
    const activity = byId.get(enrolment.activityId);
    return activity ? [{ activity, enrolment }] : [];
  });
  return { items: await shownRows(rows, viewer), next };
}
