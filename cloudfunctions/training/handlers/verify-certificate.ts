import { refuse } from '../../../shared/refusal';
import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { verifiedView } from '../rules/certificate';
import { store } from '../store';

export const verifyCertificate: Handler<TrainingContract['verifyCertificate']> = async ({ code }) => {
  const [certificate] = await store.certificates.list({ where: { code }, limit: 1 });
  return certificate ? verifiedView(certificate) : refuse('certificate_code_unknown');
};
