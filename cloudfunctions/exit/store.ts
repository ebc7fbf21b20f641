import { collection } from '../platform/db';
import type {
  BoardRun,
  StoredAlumnus,
  StoredBoard,
  StoredImprovement,
  StoredInterview,
  StoredLeaving,
  StoredPaper,
  StoredReasonList,
  StoredReasonWords,
  StoredSeal,
} from './documents';

/** The collections of exit; their indexes are declared in function.json. */
export const store = {
  reasonLists: collection<StoredReasonList>('exitReasonLists'),
  interviews: collection<StoredInterview>('exitInterviews'),
  leavings: collection<StoredLeaving>('exitLeavings'),
  reasonWords: collection<StoredReasonWords>('exitReasonWords'),
  boards: collection<StoredBoard>('exitBoards'),
  runs: collection<BoardRun>('exitRuns'),
  improvements: collection<StoredImprovement>('exitImprovements'),
  alumni: collection<StoredAlumnus>('exitAlumni'),
  seals: collection<StoredSeal>('exitSeals'),
  papers: collection<StoredPaper>('exitPapers'),
};
