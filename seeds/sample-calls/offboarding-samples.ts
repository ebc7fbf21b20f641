import { shippedSections } from '../../shared/offboarding/guide';
import { always, employmentOf, hr, linXiao, requestId, type SampleCalls } from './sample-call';

export const offboardingSamples: SampleCalls['offboarding'] = {
  readGuide: always(linXiao, () => ({})),
  changeGuide: always(hr, () => ({
    sections: shippedSections.slice(0, 3),
    seenVersion: 0,
    requestId: requestId(),
  })),
  noteInterviewSettled: always('system', () => ({
    employmentId: employmentOf('王磊'),
    outcome: 'completed',
    at: new Date().toISOString(),
    requestId: requestId(),
  })),
};
