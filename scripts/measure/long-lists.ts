import { weChatOf } from '../../seeds/sample-calls/sample-call';
import type { ContextName } from '../../shared/contracts';
import { bulkPostId } from './bulk-community';
import { bulkBatch, bulkPhone } from './bulk-seed';

/** A list that the bulk seed makes long, as somebody asks for it. */
export interface LongList {
  /** Tells apart several ways to ask for the same list. */
  name: string;
  as: string;
  context: ContextName;
  call: string;
  input: object;
}

const hr = weChatOf('周岚');

export const longLists: readonly LongList[] = [
  { name: 'all', as: bulkPhone, context: 'points', call: 'listLedger', input: {} },
  { name: 'all', as: bulkPhone, context: 'points', call: 'listGifts', input: {} },
  { name: 'all', as: bulkPhone, context: 'points', call: 'listMyRedemptions', input: {} },
  { name: 'all', as: bulkPhone, context: 'today', call: 'listInbox', input: {} },
  { name: 'all', as: bulkPhone, context: 'community', call: 'listFeed', input: {} },
  { name: 'questions', as: bulkPhone, context: 'community', call: 'listFeed', input: { kind: 'question' } },
  { name: 'one post', as: bulkPhone, context: 'community', call: 'listComments', input: { postId: bulkPostId } },
  { name: 'all', as: bulkPhone, context: 'community', call: 'listMySaves', input: {} },
  { name: 'onSale', as: hr, context: 'points', call: 'listShelf', input: { onSale: true } },
  { name: 'reserved', as: hr, context: 'points', call: 'listRedemptions', input: { state: 'reserved' } },
  { name: 'all', as: hr, context: 'people', call: 'listEmployments', input: {} },
  { name: 'active', as: hr, context: 'people', call: 'listEmployments', input: { status: 'active' } },
  { name: 'name', as: hr, context: 'people', call: 'listEmployments', input: { search: '测量' } },
  { name: 'all', as: hr, context: 'people', call: 'listRosterBatches', input: {} },
  { name: 'new', as: hr, context: 'people', call: 'listRosterRows', input: { batchId: bulkBatch, outcome: 'new' } },
];
