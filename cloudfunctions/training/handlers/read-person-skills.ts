import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { personSkills, subjectOf } from '../skills/subject';

export const readPersonSkills: Handler<TrainingContract['readPersonSkills']> = async ({ personId }, { caller, now }) =>
  personSkills(await subjectOf(caller, personId, now));
