import type { CompanySeal } from '../../../shared/exit/papers';
import { temporaryUrls } from '../../platform/files';
import type { StoredSeal } from '../documents';

export async function sealView(seal: StoredSeal | null): Promise<CompanySeal> {
  const { fileId = null, changedBy = null, changedAt = null } = seal ?? {};
  const urls = await temporaryUrls(fileId === null ? [] : [fileId]);
  return { pictureUrl: urls.get(fileId ?? '') ?? null, changedBy, changedAt };
}
