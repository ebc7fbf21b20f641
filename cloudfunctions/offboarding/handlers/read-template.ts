import type { OffboardingContract } from '../../../shared/offboarding/contract';
import { shippedRows } from '../../../shared/offboarding/template';
import type { Handler } from '../../platform/serve';
import { onlyId } from '../documents';
import { store } from '../store';

export const readTemplate: Handler<OffboardingContract['readTemplate']> = async () => {
  const written = await store.templates.read(onlyId);
  return { version: written?.version ?? 0, rows: written?.rows ?? [...shippedRows] };
};
