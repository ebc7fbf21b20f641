import * as z from 'zod';
import type { Contract } from '../kernel/contract';
import { pageOf, pageRequest } from '../kernel/page';
import { roleNames } from '../kernel/role';
import { Id, Instant, line, RequestId } from '../kernel/scalar';
import { Certificate, CertificateCode, VerifiedCertificate } from './certificate';

const hr = ['hr', 'branchHr'] as const;

/** The calls by which certificates are given out, looked at, checked and taken back. */
export const certificateCalls = {
  /** Mine, the latest first. They stay mine after I left. */
  listMyCertificates: {
    kind: 'read',
    roles: ['newHire', 'employee', 'alumnus'],
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Certificate),
    refusals: [],
  },
  /** Whether the company gave out the certificate that has this code. For everybody. */
  verifyCertificate: {
    kind: 'read',
    roles: roleNames.filter((role) => role !== 'system'),
    input: z.strictObject({ code: CertificateCode }),
    output: VerifiedCertificate,
    refusals: ['certificate_code_unknown'],
  },
  /** All within reach, the latest first. */
  listCertificates: {
    kind: 'read',
    roles: hr,
    input: z.strictObject({ ...pageRequest }),
    output: pageOf(Certificate),
    refusals: [],
  },
  /** For good. The owner is told why; whoever checks the code sees it at once. */
  revokeCertificate: {
    kind: 'change',
    roles: hr,
    input: z.strictObject({ certificateId: Id, reason: line(200), requestId: RequestId }),
    output: Certificate,
    refusals: ['certificate_not_found'],
  },
  /** One for each person and cause, whoever tells it how often. Null where nobody is known by that id any more. */
  issueCertificate: {
    kind: 'change',
    roles: ['system'],
    input: z.strictObject({
      personId: Id,
      /** The course or the session that was passed. */
      cause: Id,
      title: line(40),
      hours: Certificate.shape.hours,
      at: Instant,
      requestId: RequestId,
    }),
    output: z.object({ certificateId: Id.nullable() }),
    refusals: ['wait_and_repeat'],
  },
} as const satisfies Contract;
