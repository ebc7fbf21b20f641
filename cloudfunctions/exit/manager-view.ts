import type { LeaverHead, ManagerView } from '../../shared/exit/interview';
import { refuse } from '../../shared/refusal';
import type { StoredInterview } from './documents';
import { openedWords } from './interview-words';
import { headView } from './rules/interview-view';
import { store } from './store';

/** The interview of somebody who reports to this manager; to others it is as if it were not there. */
export async function interviewOfReport(employmentId: string, managerPersonId: string): Promise<StoredInterview> {
  const interview = await store.interviews.read(employmentId);
  return interview?.managerPersonId === managerPersonId ? interview : refuse('exit_interview_not_found');
}

/** Who leaves, and what the manager wrote. Nothing of what the leaver or HR says passes through here. */
export function ownView(interview: StoredInterview): { leaver: LeaverHead; view: ManagerView | null } {
  const { managerView } = interview;
  const words = managerView && openedWords({ ...interview, form: null, talk: null }).managerView;
  const view = managerView && { reasonId: managerView.reasonId, words: words ?? '', at: managerView.at };
  return { leaver: headView(interview), view };
}
