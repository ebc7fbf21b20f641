import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { advanceTrial } from '../board/advance-trial';
import { findTrial } from '../board/find-trial';
import { namedTrial } from '../board/named-trial';

export const advanceRuleTrial: Handler<PointsContract['advanceRuleTrial']> = async ({ trialId }, { now }) =>
  namedTrial(await advanceTrial(await findTrial(trialId), now));
