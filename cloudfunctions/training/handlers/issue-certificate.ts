import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { readIdentitiesOf } from '../../platform/identity';
import { ask } from '../../platform/outbox';
import type { Handler } from '../../platform/serve';
import { issue } from '../certificates/issue';

export const issueCertificate: Handler<TrainingContract['issueCertificate']> = async (input, { now }) => {
  const { requestId: _, ...achieved } = input;
  const owner = await ownerOf(achieved.personId, now);
  return { certificateId: owner ? await issue({ ...achieved, ...owner }, now) : null };
};

/** By the binding, or by the roster for somebody whose phone never joined. */
async function ownerOf(personId: string, now: Date): Promise<{ name: string; branchId: string } | null> {
  const [bound] = await readIdentitiesOf([personId]);
  if (bound) return { name: bound.name, branchId: bound.branchId };
  const answer = await ask('people', 'readColleagues', { personIds: [personId] }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [found] = answer.data.items;
  return found ? { name: found.name, branchId: found.branchId } : null;
}
