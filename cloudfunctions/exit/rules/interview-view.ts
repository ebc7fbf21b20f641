import type { Interview, InterviewLine, LeaverHead, MyInterview } from '../../../shared/exit/interview';
import type { StoredInterview } from '../documents';

/** The free words of an interview, opened. */
export interface OpenedWords {
  form: { story: string; suggestions: string; plans: string } | null;
  talk: { notes: string; suggestions: string } | null;
  managerView: string | null;
}

export function headView(interview: StoredInterview): LeaverHead {
  const { _id: employmentId, personId, personName, departmentName, position, kind, lastDay } = interview;
  return { employmentId, personId, personName, departmentName, position, kind, lastDay };
}

export function lineView(interview: StoredInterview): InterviewLine {
  const { state, scheduledAt, handedInAt, managerView, outcome } = interview;
  return {
    ...headView(interview),
    ...{ state, scheduledAt, outcome, isFormFilled: handedInAt !== null, hasManagerView: managerView !== null },
  };
}

const isOpen = ({ state }: StoredInterview) => state === 'pending' || state === 'scheduled';

/** The whole interview for HR. What the leaver only drafted stays theirs. */
export function interviewView(interview: StoredInterview, words: OpenedWords): Interview {
  const { place, interviewerName, invitedAt, form, handedInAt, talk, managerView, cancelReason, version } = interview;
  const open = isOpen(interview);
  const { reasonIds, wouldReturn, wouldRecommend } = form ?? { reasonIds: [], wouldReturn: null, wouldRecommend: null };
  return {
    ...lineView(interview),
    ...{ place, interviewerName, invitedAt, cancelReason, version },
    form:
      handedInAt !== null && words.form !== null
        ? { ...words.form, reasonIds, wouldReturn, wouldRecommend, at: handedInAt }
        : null,
    talk: talk && words.talk ? { reasonId: talk.reasonId, ...words.talk } : null,
    managerView:
      managerView && words.managerView !== null
        ? { reasonId: managerView.reasonId, words: words.managerView, at: managerView.at }
        : null,
    allowed: open ? [...(invitedAt ? [] : (['invite'] as const)), 'schedule', 'record', 'cancel'] : [],
  };
}

/** The leaver's own side. */
export function myInterviewView(
  interview: StoredInterview,
  words: OpenedWords['form'],
  stillOpen: boolean,
): MyInterview {
  const { _id: employmentId, lastDay, scheduledAt, place, interviewerName, form, handedInAt } = interview;
  const { reasonIds, wouldReturn, wouldRecommend } = form ?? { reasonIds: [], wouldReturn: null, wouldRecommend: null };
  return {
    ...{ employmentId, lastDay, scheduledAt, place, interviewerName, handedInAt },
    form: { ...(words ?? { story: '', suggestions: '', plans: '' }), reasonIds, wouldReturn, wouldRecommend },
    isOpen: stillOpen && handedInAt === null,
  };
}
