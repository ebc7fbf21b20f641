import { collection } from '../platform/db';
import type { StoredInterview, StoredLeaving, StoredPaper, StoredReasonList } from './documents';

/** The collections of exit; their indexes are declared in function.json. */
export const store = {
  reasonLists: collection<StoredReasonList>('exitReasonLists'),
  interviews: collection<StoredInterview>('exitInterviews'),
  leavings: collection<StoredLeaving>('exitLeavings'),
  papers: collection<StoredPaper>('exitPapers'),
};
