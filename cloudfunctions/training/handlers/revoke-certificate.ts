import { instant } from '../../../shared/kernel/day';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { tellOwner } from '../certificates/issue';
import { certificateView } from '../rules/certificate';
import { store } from '../store';

/** Who was faster has said why; that stands. */
export const revokeCertificate: Handler<TrainingContract['revokeCertificate']> = async (input, { caller, now }) => {
  const { certificateId, reason } = input;
  const found = await store.certificates.read(certificateId);
  if (!found || !reaches(caller.reach, found.branchId)) return refuse('certificate_not_found');
  if (found.state === 'revoked') return certificateView(found);
  const at = instant(now);
  const { personId } = personOf(caller);
  const revoked = await store.certificates.changeOne(
    { _id: certificateId, state: 'valid' },
    { state: 'revoked', revokedAt: at, revokeReason: reason, revokedById: personId, pendingSince: at },
  );
  if (!revoked) return certificateView((await store.certificates.read(certificateId)) ?? found);
  await tellOwner(revoked, now);
  return certificateView(revoked);
};
