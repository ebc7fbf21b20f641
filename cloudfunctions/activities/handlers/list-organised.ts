import type { ActivitiesContract } from '../../../shared/activities/contract';
import { is, type Where } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { headFields, shownRows, viewerOf } from '../read-activity';
import type { Viewer } from '../rules/activity';
import { store } from '../store';

function whereOf({ personId, reach }: Viewer): Where {
  if (reach === 'everywhere') return { sort: is.above('') };
  return reach.length > 0 ? { branchId: is.among([...reach]) } : { organiserIds: personId };
}

export const listOrganised: Handler<ActivitiesContract['listOrganised']> = async ({ cursor, limit }, { caller }) => {
  const viewer = viewerOf(caller);
  const { items, next } = await store.activities.page({
    where: whereOf(viewer),
    ...{ sortedBy: 'sort', direction: 'desc', cursor, limit, fields: headFields },
  });
  const rows = items.map((activity) => ({ activity, enrolment: null }));
  return { items: await shownRows(rows, viewer), next };
};
