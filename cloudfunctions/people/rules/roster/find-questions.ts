import type { Day } from '../../../../shared/kernel/scalar';
import type { RosterField, RosterQuestion, RosterReading } from '../../../../shared/people/roster';
import { maskPhone } from '../mask-phone';
import type { RowSaying } from './clean-row';
import { type KnownName, managerNamed, similarlyNamed } from './manager-name';

export interface QuestionContext {
  today: Day;
  /** The fields that the file has a column for. */
  columns: ReadonlySet<RosterField>;
  reasonsAreKept: boolean;
  /** Those in the file and those already known under the manager's name. */
  managerCandidates: readonly KnownName[];
  peopleByRoughName: ReadonlyMap<string, readonly KnownName[]>;
  /** The first row with the same employee number, if this is not it. */
  twin: Partial<RosterReading> | null;
}

type Question = Omit<RosterQuestion, 'decision'>;

const hasLeft = ({ status }: RosterReading) => status === 'left' || status === 'alumni';

function aboutLeaving(saying: RowSaying, reading: RosterReading, context: QuestionContext): Question | null {
  const { status, relievingDate } = reading;
  if (!hasLeft(reading) && relievingDate !== null && relievingDate < context.today) {
    return {
      kind: 'leavingDateButNotLeft',
      first: { status, relievingDate: null, exitReason: null },
      second: { status: 'left', relievingDate },
    };
  }
  if (hasLeft(reading) && relievingDate === null && context.columns.has('relievingDate')) {
    return { kind: 'leftWithoutDate', first: { status }, second: { status: 'active' } };
  }
  if (context.reasonsAreKept && saying.exitReason === undefined && reading.exitReason === null) {
    const other = hasLeft(reading) ? 'active' : 'left';
    return { kind: 'reasonMissing', first: { status }, second: { status: other } };
  }
  return null;
}

function aboutDates({ dateOfJoining, relievingDate, status }: RosterReading, today: Day): Question[] {
  const questions: Question[] = [];
  if (dateOfJoining !== null && relievingDate !== null && relievingDate < dateOfJoining) {
    questions.push({
      kind: 'joinedAfterLeaving',
      first: { dateOfJoining, relievingDate: null },
      second: { dateOfJoining: null, relievingDate },
    });
  }
  if (status === 'preboarding' && dateOfJoining !== null && dateOfJoining < today) {
    questions.push({ kind: 'futureStartPast', first: { status: 'preboarding' }, second: { status: 'active' } });
  }
  return questions;
}

function aboutReporting(
  saying: RowSaying,
  { employeeNumber }: RosterReading,
  context: QuestionContext,
): Question | null {
  const { managerName } = saying;
  if (typeof managerName !== 'string') return null;
  const meant = managerNamed(context.managerCandidates);
  if (meant?.employeeNumber === employeeNumber) {
    return { kind: 'ownManager', first: { managerName }, second: { managerName: null } };
  }
  if (meant !== null) return null;
  const similar = similarlyNamed(managerName, context.peopleByRoughName);
  const other = similar !== null && similar.employeeNumber !== employeeNumber ? similar.name : null;
  return { kind: 'managerUnknown', first: { managerName }, second: { managerName: other } };
}

/** A question is stored and shown as it is: of a phone it holds the last four digits. */
const shownValue = (field: RosterField, value: string | null) =>
  field === 'phone' && value !== null ? maskPhone(value) : value;

/** The fields in which two rows differ. */
function aboutTwin(reading: RosterReading, twin: Partial<RosterReading>): Question {
  const fields = (Object.keys(reading) as RosterField[]).filter((field) => reading[field] !== twin[field]);
  const pick = (from: Partial<RosterReading>) =>
    Object.fromEntries(
      fields.flatMap((field) => (from[field] === undefined ? [] : [[field, shownValue(field, from[field])]])),
    );
  return { kind: 'numberTwice', first: pick(twin), second: pick(reading) };
}

/** What in a row contradicts itself, its file or its record, in the order in which decisions are applied. */
export function findQuestions(saying: RowSaying, reading: RosterReading, context: QuestionContext): Question[] {
  return [
    context.twin === null ? null : aboutTwin(reading, context.twin),
    aboutLeaving(saying, reading, context),
    ...aboutDates(reading, context.today),
    aboutReporting(saying, reading, context),
  ].filter((question) => question !== null);
}
