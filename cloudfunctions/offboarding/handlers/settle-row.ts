import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { refuse } from '../../../shared/refusal';
import { cloudPathOf, readFile } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { changeSeparation } from '../change-separation';
import { actorOf, findLeaving, leavingView, lookerOf } from '../find-leaving';
import { settleRow as settled } from '../rules/clear';
import { ownersOf } from '../rules/side';

/** Only a picture that was uploaded for this very request. */
async function checkEvidence(fileId: string | null, requestId: string): Promise<void> {
  if (fileId === null) return;
  const isPlace = new RegExp(`^offboarding/${requestId}\\.(jpg|jpeg|png)$`).test(cloudPathOf(fileId) ?? '');
  if (!isPlace || (await readFile(fileId)) === null) refuse('evidence_unusable');
}

export const settleRow: Handler<OffboardingContract['settleRow']> = async (input, context) => {
  const { caller, now } = context;
  const { separationId, requestId, ...word } = input;
  const looker = lookerOf(caller);
  const separation = await changeSeparation(
    async () => {
      const found = await findLeaving(separationId, caller);
      const row = found.rows.find(({ rowId }) => rowId === word.rowId);
      const isOwn = found.personId === looker.personId;
      if (!isOwn && (!row || !ownersOf(looker, found).includes(row.owner))) return refuse('row_not_found');
      await checkEvidence(word.evidenceFileId, requestId);
      return found;
    },
    {
      ...{ requestId, what: `settleRow ${word.rowId} ${word.outcome}`, actor: actorOf(caller) },
      decide: (found, act) => settled(found, word, act),
    },
    now,
  );
  return leavingView(separation, context);
};
