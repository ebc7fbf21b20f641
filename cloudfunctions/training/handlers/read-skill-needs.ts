import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { skillNeeds } from '../skills/proofs';
import { skillNeedsView } from '../skills/skill-needs-view';

export const readSkillNeeds: Handler<TrainingContract['readSkillNeeds']> = async () =>
  skillNeedsView(await skillNeeds());
