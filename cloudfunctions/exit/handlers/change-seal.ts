import type { ExitContract } from '../../../shared/exit/contract';
import { instant } from '../../../shared/kernel/day';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { cloudPathOf, readFile } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { onlySealId, type StoredSeal } from '../documents';
import { sealPicture } from '../papers/seal-picture';
import { sealView } from '../papers/seal-view';
import { store } from '../store';

/** Only a picture that was uploaded for this very request. Written whole: the last one holds. */
export const changeSeal: Handler<ExitContract['changeSeal']> = async ({ fileId, requestId }, { caller, now }) => {
  const present = await store.seals.read(onlySealId);
  if (present?.requestId === requestId) return sealView(present);
  if (fileId !== null) {
    const isPlace = cloudPathOf(fileId) === `company-seal/${requestId}.png`;
    const file = isPlace ? await readFile(fileId) : null;
    if (file === null || sealPicture(file) === null) return refuse('seal_unusable');
  }
  const { personId: changedById, name: changedBy } = personOf(caller);
  const seal: StoredSeal = { _id: onlySealId, fileId, changedById, changedBy, changedAt: instant(now), requestId };
  await store.seals.put(seal);
  return sealView(seal);
};
