import { offboarding } from '../../shared/offboarding/contract';
import { serve } from '../platform/serve';
import { changeGuide } from './handlers/change-guide';
import { noteInterviewSettled } from './handlers/note-interview-settled';
import { readGuide } from './handlers/read-guide';

const handlers = { changeGuide, noteInterviewSettled, readGuide };

export const main = serve('offboarding', offboarding, handlers);
