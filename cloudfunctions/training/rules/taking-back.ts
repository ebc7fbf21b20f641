import { dayOf } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { Reach } from '../../../shared/people/identity';
import type { AssignedLine, AssignedStanding } from '../../../shared/training/assignment';
import type { EnrolmentCause, HeldLearning, StoredLearning } from '../documents';
import { earliestDay, reminderAfter, wantedOf } from './enrolment';
import { learnerLine } from './views';

/** Taken back from one learner so often; the latest stay. */
const mostTakenBack = 10;

/** Who takes something back, and how far their rights reach. */
export interface Taker {
  personId: string;
  reach: Reach;
}

/** HR everywhere takes back what HR assigned, HR of a branch what they assigned themselves. */
export const mayTakeBack = ({ givenById }: EnrolmentCause, { personId, reach }: Taker) =>
  givenById !== null && (reach === 'everywhere' || givenById === personId);

/** What it says when causes are taken back; null where there are none, or the course is passed. */
export function takenBackOf(
  learning: StoredLearning,
  isMeant: (cause: EnrolmentCause) => boolean,
  taking: { reason: string; at: Instant; byId: string; requestId: string },
): Partial<StoredLearning> | null {
  const gone = learning.causes.filter(isMeant);
  if (learning.state === 'passed' || gone.length === 0) return null;
  const causes = learning.causes.filter((cause) => !isMeant(cause));
  const dueOn = earliestDay(causes);
  const today = dayOf(taking.at);
  const isLate = dueOn !== null && dueOn < today;
  return {
    ...{ causes, dueOn, wanted: wantedOf(learning, { causes, dueOn }), remindOn: reminderAfter(dueOn, today) },
    ...(isLate ? {} : { entrustedToId: null }),
    state: causes.length === 0 && learning.state === 'assigned' ? 'takenBack' : learning.state,
    takenBack: [...learning.takenBack, ...gone.map(({ cause }) => ({ cause, ...taking }))].slice(-mostTakenBack),
    ...{ toTell: [...new Set([...learning.toTell, 'takenBack' as const])], wakeAt: taking.at },
  };
}

/** What a page of HR's list asks for: states, and the bounds of `wanted`. */
export function standingBounds(standing: AssignedStanding, today: Day) {
  if (standing === 'done') return { states: ['passed'], from: '', below: null };
  const states = ['assigned', 'learning'];
  return standing === 'late' ? { states, from: '', below: today } : { states, from: today, below: null };
}

export function assignedLine(learning: HeldLearning, taker: Taker): AssignedLine {
  const isOpen = learning.state !== 'passed';
  return { ...learnerLine(learning), mayTakeBack: isOpen && learning.causes.some((one) => mayTakeBack(one, taker)) };
}
