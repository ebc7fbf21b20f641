import {
  type ActivityResults,
  type AttendedBy,
  type Attendee,
  type EnrolmentState,
  fewestAnswers,
} from '../../../shared/activities/activity';
import { dayOf, timeOfDay } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { StoredEnrolment } from '../documents';
import type { ActivityHead } from './activity';

/** One line of the organiser's list; feedback stays out of it. */
export function attendeeView({ personId, name, departmentName, ...part }: StoredEnrolment): Attendee {
  const { state, attendedAt, attendedBy } = part;
  return { personId, name, departmentName, state, attendedAt, attendedBy };
}

/**
 * Whoever waits is let in once the activity has begun: then somebody with a seat has not come, and the organiser, who
 * sees who stands at the door, says who takes it. Nobody is moved up who may be at home by then.
 */
export const isLetIn = ({ startsAt }: ActivityHead, { state }: Pick<StoredEnrolment, 'state'>, at: Instant): boolean =>
  state === 'waiting' && at >= startsAt;

export const exportHeader = ['姓名', '部门', '报名', '签到日期', '签到时间', '签到方式'];

const stateInWords: Record<EnrolmentState, string> = {
  seated: '已报名',
  waiting: '候补',
  walkIn: '现场加入',
  left: '已取消',
};
const byInWords: Record<AttendedBy, string> = { code: '扫码', place: '到场位置', organiser: '组织者登记' };

export function exportRow({ name, departmentName, state, attendedAt, attendedBy }: StoredEnrolment): string[] {
  const came = attendedAt === null ? ['', ''] : [dayOf(attendedAt), timeOfDay(attendedAt)];
  return [name, departmentName, stateInWords[state], ...came, attendedBy === null ? '' : byInWords[attendedBy]];
}

const mostWords = 50;

/** What people answered, without names; nothing while so few have that each could be recognised. */
export function answersOf(
  enrolments: readonly Pick<StoredEnrolment, 'feedback'>[],
): Pick<ActivityResults, 'answers' | 'average' | 'words'> {
  const given = enrolments.flatMap(({ feedback }) => feedback ?? []);
  if (given.length < fewestAnswers) return { answers: given.length, average: null, words: [] };
  const sum = given.reduce((total, { rating }) => total + rating, 0);
  // Sorted by themselves: the order in which they came would tell who came when.
  const words = given.flatMap((one) => (one.words ? [one.words] : [])).sort();
  return {
    answers: given.length,
    average: Math.round((sum / given.length) * 10) / 10,
    words: words.slice(0, mostWords),
  };
}
