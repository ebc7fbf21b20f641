import type { Day, Instant } from '../../../shared/kernel/scalar';
import type { Employment, EmploymentStatus } from '../../../shared/people/model';
import { refuse } from '../../../shared/refusal';
import { isOver } from './allowed-on-person';

/** What is said about somebody's leaving. */
export type NoticeWord = { what: 'set' | 'end'; relievingDate: Day } | { what: 'cancel' };

/** An employment as far as notices change it. */
export type Noticed = Pick<Employment, 'status' | 'relievingDate'> & {
  noticeAt: Instant | null;
  statusBeforeNotice: EmploymentStatus | null;
};

/**
 * The employment after a word about leaving; null where a younger word, or this one, was heard before. Who left may be
 * said to have left on another day, and nothing else.
 */
export function afterWord(employment: Noticed, word: NoticeWord, at: Instant): Noticed | null {
  const { status, relievingDate, noticeAt, statusBeforeNotice } = employment;
  if (noticeAt !== null && at <= noticeAt) return null;
  if (word.what === 'end') {
    const ended = status === 'alumni' ? 'alumni' : 'left';
    return { status: ended, relievingDate: word.relievingDate, noticeAt: at, statusBeforeNotice };
  }
  if (isOver(status)) refuse('employment_over');
  const before = status === 'noticePeriod' ? statusBeforeNotice : status;
  if (word.what === 'set') {
    return { status: 'noticePeriod', relievingDate: word.relievingDate, noticeAt: at, statusBeforeNotice: before };
  }
  const isLeaving = status === 'noticePeriod';
  return {
    status: isLeaving ? (before ?? 'active') : status,
    relievingDate: isLeaving ? null : relievingDate,
    noticeAt: at,
    statusBeforeNotice: null,
  };
}
