import type { CommunityContract } from '../../../shared/community/contract';
import type { Handler } from '../../platform/serve';
import { listFaqEntries } from './list-faq-entries';

/** What colleagues see is what a bot may say. */
export const listFaq: Handler<CommunityContract['listFaq']> = (input, context) => listFaqEntries(input, context);
