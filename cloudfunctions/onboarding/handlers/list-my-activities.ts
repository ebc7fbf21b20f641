import type { OnboardingContract } from '../../../shared/onboarding/contract';
import type { Handler } from '../../platform/serve';
import { isClosed } from '../rules/run-totals';
import { activityView } from '../rules/run-view';
import { store } from '../store';
import { viewerOf } from '../viewer';

/** More people than start on one day anywhere. */
const mostRuns = 100;
const mostShown = 200;

export const listMyActivities: Handler<OnboardingContract['listMyActivities']> = async (_, { caller }) => {
  const viewer = viewerOf(caller);
  const where = { openOwnerIds: viewer.personId };
  const runs = await store.runs.list({ where, sortedBy: 'sort', limit: mostRuns });
  const items = runs.flatMap((run) =>
    run.activities
      .filter((activity) => activity.ownerPersonId === viewer.personId && !isClosed(activity))
      .map((activity) => ({
        ...activityView(run, activity, viewer),
        ...{ runId: run._id, newHireName: run.name, newHireDepartment: run.departmentName, firstDayOn: run.startsOn },
      })),
  );
  return { items: items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)).slice(0, mostShown) };
};
