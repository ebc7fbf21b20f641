import type { Instant } from '../../../shared/kernel/scalar';
import type { Certificate } from '../../../shared/training/certificate';
import { keyedLetters } from '../../platform/secret';
import { shortHash } from '../documents';

/** 培训证书 as stored; `_id` follows from person and cause, so that one is issued once. */
export interface StoredCertificate extends Certificate {
  personId: string;
  /** The course or the session that was passed. */
  cause: string;
  branchId: string;
  revokedById: string | null;
  /** Since when the owner is to be told of it or of its end; null once told. */
  pendingSince: Instant | null;
  /** The moment it was issued, and the id: the order of every list. */
  sort: string;
}

export const certificateIdOf = (personId: string, cause: string) => `z-${shortHash(`${personId}:${cause}`)}`;

/** 100 bits that follow from the certificate and our secret: the same for a repeat, and not to be guessed. */
export const codeOf = (certificateId: string) => keyedLetters('certificateCode', certificateId, 20);
