import type { TrainingContract } from '../../../shared/training/contract';
import { is } from '../../platform/db';
import type { Handler } from '../../platform/serve';
import { certificateView } from '../rules/certificate';
import { store } from '../store';

export const listCertificates: Handler<TrainingContract['listCertificates']> = async (
  { cursor, limit },
  { caller },
) => {
  const { reach } = caller;
  const where = reach === 'everywhere' ? { sort: is.above('') } : { branchId: is.among([...reach]) };
  const { items, next } = await store.certificates.page({
    ...{ where, sortedBy: 'sort', direction: 'desc', cursor, limit },
  });
  return { items: items.map(certificateView), next };
};
