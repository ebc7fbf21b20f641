import type { Interview, InterviewState } from '../../shared/exit/interview';
import { instant } from '../../shared/kernel/day';
import { type Reach, reaches } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { by } from '../platform/db';
import type { StoredInterview } from './documents';
import { openedWords } from './interview-words';
import { followInterview } from './interviews';
import { interviewView } from './rules/interview-view';
import { store } from './store';

/** Repeats of the last changes are known. */
const keptRequests = 20;

/** An interview within reach; others are answered as if they were not there. */
export async function interviewInReach(employmentId: string, reach: Reach): Promise<StoredInterview> {
  const interview = await store.interviews.read(employmentId);
  return interview && reaches(reach, interview.branchId) ? interview : refuse('exit_interview_not_found');
}

export const wholeView = (interview: StoredInterview): Interview => interviewView(interview, openedWords(interview));

export interface InterviewChange {
  requestId: string;
  /** In which states it may be made. */
  states: readonly InterviewState[];
  change: Readonly<Record<string, unknown>>;
  now: Date;
}

/** Makes a change once, with the intent to tell whom it concerns, and follows it up. Refuses what came too late. */
export async function changeInterview(interview: StoredInterview, asked: InterviewChange): Promise<StoredInterview> {
  const { requestId, states, change, now } = asked;
  const { _id, version, requestIds, state } = interview;
  if (requestIds.includes(requestId)) {
    await followInterview(interview, now);
    return interview;
  }
  if (!states.includes(state)) return refuse('exit_interview_closed');
  const changed = await store.interviews.changeOne(
    { _id, version },
    {
      ...change,
      ...{ version: by.adding(1), requestIds: by.appending([requestId], keptRequests), pendingSince: instant(now) },
    },
  );
  if (!changed) return refuse('wait_and_repeat');
  await followInterview(changed, now);
  return changed;
}
