import type { CommunityContract } from '../../../shared/community/contract';
import { dayOf } from '../../../shared/kernel/day';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { bylineView, chosenByline } from '../rules/byline';
import { bylines } from '../store';

/** One document of one person: the last choice holds. jobs/sign-content.ts carries it out. */
export const chooseByline: Handler<CommunityContract['chooseByline']> = async (
  { isNamed, requestId },
  { caller, now },
) => {
  const person = personOf(caller);
  const hasLeft = caller.roles.includes('alumnus');
  const earlier = await bylines.read(person.personId);
  const isSame = earlier === null ? isNamed : earlier.lastRequestId === requestId;
  if (isSame) return bylineView(earlier, hasLeft);
  const byline = chosenByline(earlier, person, { isNamed, requestId, hasLeft, today: dayOf(now) });
  const { _id, shown: _, ...choice } = byline;
  const isFirst = earlier === null && (await bylines.insert(byline));
  const changed = isFirst ? byline : await bylines.changeOne({ _id }, choice);
  return bylineView(changed ?? byline, hasLeft);
};
