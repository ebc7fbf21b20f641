import { training } from '../../shared/training/contract';
import { serve } from '../platform/serve';
import { enrol } from './handlers/enrol';
import { readStanding } from './handlers/read-standing';
import { minute } from './jobs/minute';

const handlers = { enrol, readStanding };

export const main = serve('training', training, handlers, { minute });
