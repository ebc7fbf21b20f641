import type { Instant } from '../../../../shared/kernel/scalar';
import type { Employment, Person } from '../../../../shared/people/model';
import { type Written, writtenState } from './written-state';

/** What a row wrote, as it stands now. */
export interface RowAsItStands {
  batchId: string;
  appliedAt: Instant;
  /** What was there before; null where the batch made the document. */
  before: { person: Written | null; employment: Written | null };
  /** Whether the row changed the person or the employment at all. */
  touches: { person: boolean; employment: boolean };
  person: (Pick<Person, 'joinedAt' | 'grants'> & Written) | undefined;
  employment: (Pick<Employment, 'stint'> & Written) | undefined;
  /** Somebody outside the batch reports to the employment. */
  hasOtherReports: boolean;
}

const unwritten: Written = { version: 0, batchId: null };

/** Whether something later depends on what a row wrote, so that it cannot be taken back. */
export function isUndoBlocked(row: RowAsItStands): boolean {
  const { before, touches, person, employment, batchId } = row;
  const stands = (current: Written | undefined, seen: Written | null) =>
    writtenState(current, seen ?? unwritten, batchId) === 'written';
  if (touches.person && !stands(person, before.person)) return true;
  if (touches.employment && !stands(employment, before.employment)) return true;
  if (before.employment !== null) return false;
  const hasJoinedSince = person !== undefined && person.joinedAt !== null && person.joinedAt >= row.appliedAt;
  const hasRights = before.person === null && person !== undefined && person.grants.length > 0;
  return hasJoinedSince || hasRights || row.hasOtherReports;
}
