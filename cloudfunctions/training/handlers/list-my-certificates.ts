import type { TrainingContract } from '../../../shared/training/contract';
import { personOf } from '../../platform/caller';
import type { Handler } from '../../platform/serve';
import { certificateView } from '../rules/certificate';
import { store } from '../store';

export const listMyCertificates: Handler<TrainingContract['listMyCertificates']> = async (
  { cursor, limit },
  { caller },
) => {
  const where = { personId: personOf(caller).personId };
  const { items, next } = await store.certificates.page({
    ...{ where, sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  return { items: items.map(certificateView), next };
};
