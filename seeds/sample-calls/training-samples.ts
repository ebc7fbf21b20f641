import { seededCourseId } from '../training-documents';
import { always, personOf, requestId, type SampleCalls } from './sample-call';

const security = () => seededCourseId('security');

export const trainingSamples: SampleCalls['training'] = {
  enrol: always('system', () => ({
    personIds: [personOf('何雨桐'), personOf('王磊')],
    courseIds: [security(), seededCourseId('culture')],
    ...{ dueOn: '2099-12-31', cause: 'onboarding', requestId: requestId() },
  })),
  readStanding: always('system', () => ({ personIds: [personOf('林晓')], courseIds: [security()] })),
};
