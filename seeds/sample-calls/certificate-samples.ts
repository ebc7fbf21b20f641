import { certificateIdOf } from '../../cloudfunctions/training/certificates/stored-certificate';
import { seededCertificateCode } from '../certificate-documents';
import { seededSessionId } from '../classroom-documents';
import { always, hr, linXiao, personOf, requestId, type SampleCalls } from './sample-call';

type CertificateCall =
  | 'listMyCertificates'
  | 'verifyCertificate'
  | 'listCertificates'
  | 'revokeCertificate'
  | 'issueCertificate';

export const certificateSamples: Pick<SampleCalls['training'], CertificateCall> = {
  listMyCertificates: always(linXiao, () => ({})),
  verifyCertificate: always('seed-visitor', () => ({ code: seededCertificateCode(personOf('林晓')) })),
  listCertificates: always(hr, () => ({})),
  revokeCertificate: always(hr, () => ({
    certificateId: certificateIdOf(personOf('赵启明'), seededSessionId('talking')),
    ...{ reason: '登记错了人', requestId: requestId() },
  })),
  issueCertificate: always('system', () => ({
    ...{ personId: personOf('钱惠'), cause: seededSessionId('talking'), title: '高效沟通工作坊', hours: 3 },
    ...{ at: new Date().toISOString(), requestId: requestId() },
  })),
};
