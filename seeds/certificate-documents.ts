import { createHash } from 'node:crypto';
import { personIdOf } from '../cloudfunctions/people/documents';
import { lettersOf } from '../cloudfunctions/platform/secret';
import { certificateIdOf, type StoredCertificate } from '../cloudfunctions/training/certificates/stored-certificate';
import { newCertificate } from '../cloudfunctions/training/rules/certificate';
import { classroomDocuments, seededSessionId } from './classroom-documents';
import { figures } from './company';

/** The story's codes follow from the story: its company has no secret yet when it is told. */
const toldCode = (certificateId: string) =>
  lettersOf(createHash('sha256').update(`told:${certificateId}`).digest().subarray(0, 20));

/** The code on the certificate that somebody got for the workshop of the story. */
export function seededCertificateCode(personId: string): string {
  return toldCode(certificateIdOf(personId, seededSessionId('talking')));
}

/** What whoever passed the workshop of the story was given, by the rules of training. */
export function certificateDocuments(now: Date): { certificates: StoredCertificate[] } {
  const workshop = classroomDocuments(now).trainingSessions.find(({ _id }) => _id === seededSessionId('talking'));
  const branches = new Map(figures.map(({ employeeNumber, branchId }) => [personIdOf(employeeNumber), branchId]));
  const certificates = Object.values(workshop?.parts ?? {}).flatMap(({ personId, name, result }) => {
    if (!workshop || !result?.isPassed) return [];
    const { _id: cause, title } = workshop;
    const _id = certificateIdOf(personId, cause);
    const achieved = { personId, name, branchId: branches.get(personId) ?? 'head-office', cause, title };
    const given = newCertificate(_id, toldCode(_id), { ...achieved, hours: result.hours, at: result.at });
    return [{ ...given, pendingSince: null }];
  });
  return { certificates };
}
