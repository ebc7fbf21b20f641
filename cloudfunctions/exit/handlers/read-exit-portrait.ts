import type { ExitContract } from '../../../shared/exit/contract';
import { refuse } from '../../../shared/refusal';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { interviewInReach } from '../change-interview';
import { portraitOf } from '../rules/portrait';

/** Asks all of them side by side; whoever cannot answer just now leaves an empty part. */
export const readExitPortrait: Handler<ExitContract['readExitPortrait']> = async ({ employmentId }, context) => {
  const { caller, now } = context;
  const { personId, lastDay } = await interviewInReach(employmentId, caller.reach);
  const [stints, points, activities, training] = await Promise.all([
    ask('people', 'listStints', { personId }, now),
    ask('points', 'readStanding', { personId }, now),
    ask('activities', 'countAttended', { personId }, now),
    ask('training', 'readLearnt', { personId }, now),
  ]);
  if (!stints.ok) return refuse('wait_and_repeat');
  return portraitOf({
    ...{ stints: stints.data.items, lastDay },
    points: points.ok ? points.data : null,
    learnt: training.ok ? training.data : null,
    attended: activities.ok ? activities.data.attended : null,
  });
};
