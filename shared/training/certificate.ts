import * as z from 'zod';
import { Day, Id, Instant } from '../kernel/scalar';

/** The number under which anybody who holds a certificate can check it: 100 random bits. */
export const CertificateCode = z.string().regex(/^[A-Z2-7]{20}$/);
export type CertificateCode = z.infer<typeof CertificateCode>;

const CertificateState = z.enum(['valid', 'revoked']);
export type CertificateState = z.infer<typeof CertificateState>;

/** 培训证书 as its owner and HR see it. */
export const Certificate = z.object({
  _id: Id,
  name: z.string().max(40),
  title: z.string().max(40),
  /** 学时; null where the course counts none. */
  hours: z.int().min(1).max(80).nullable(),
  /** As printed: `20261122-AB12CD`. */
  number: z.string().max(20),
  code: CertificateCode,
  issuedOn: Day,
  state: CertificateState,
  revokedAt: Instant.nullable(),
  revokeReason: z.string().max(200).nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** What anybody learns who holds the code, and nothing else. */
export const VerifiedCertificate = z.object({
  /** 林*: enough to compare with the person before one's eyes. */
  maskedName: z.string().max(40),
  title: z.string().max(40),
  issuedOn: Day,
  state: CertificateState,
});
export type VerifiedCertificate = z.infer<typeof VerifiedCertificate>;
