import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { readThresholds } from '../board/read-thresholds';
import { mostTold, thresholdsId } from '../rules/board/thresholds';
import { thresholds as kept } from '../store';

/** The latest word of HR holds; sending it twice says it once. */
export const changeBoardThresholds: Handler<PointsContract['changeBoardThresholds']> = async (
  { thresholds, tellsMe, requestId },
  { caller, now },
) => {
  const { personId } = personOf(caller);
  const before = await readThresholds();
  if (before.requestId === requestId) return {};
  const others = before.tellsPersonIds.filter((id) => id !== personId);
  const tellsPersonIds = tellsMe ? [...others.slice(1 - mostTold), personId] : others;
  const decided = { tellsPersonIds, changedBy: personId, changedAt: instant(now), requestId };
  await kept.put({ _id: thresholdsId, ...thresholds, ...decided });
  return {};
};
