import type { PointsContract } from '../../../shared/points/contract';
import type { Handler } from '../../platform/serve';
import { findTrial } from '../board/find-trial';
import { namedTrial } from '../board/named-trial';

export const readRuleTrial: Handler<PointsContract['readRuleTrial']> = async ({ trialId }) =>
  namedTrial(await findTrial(trialId));
