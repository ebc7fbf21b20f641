import type { ClassroomContract } from '../../../../../shared/classroom/contract';
import type { Session } from '../../../../../shared/classroom/session';
import type { InputOf } from '../../../../../shared/kernel/contract';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { todayOf } from '../../../../wording/day';

/** What is typed, as it is typed. Kept on the phone until the session is arranged. */
export interface SessionDraft {
  title: string;
  about: string;
  place: string;
  day: string;
  from: string;
  until: string;
  quota: string;
  hours: string;
  isForBranch: boolean;
  /** The course that whoever passes has done; empty for none. */
  courseId: string;
  trainers: Colleague[];
}

const dayMillis = 86_400_000;

export function emptyDraft(now: Date, isForBranch: boolean): SessionDraft {
  return {
    ...{ title: '', about: '', place: '', quota: '', hours: '2', isForBranch, courseId: '', trainers: [] },
    ...{ day: todayOf(new Date(now.getTime() + 14 * dayMillis)), from: '14:00', until: '16:00' },
  };
}

const shanghaiMillis = 8 * 3_600_000;
const localOf = (moment: string) => new Date(Date.parse(moment) + shanghaiMillis).toISOString();

/** A session that is there, to be changed. */
export function draftOf(session: Session): SessionDraft {
  const { title, about, place, quota, hours, branchId, courseId, trainers, startsAt, endsAt } = session;
  const [starts, ends] = [localOf(startsAt), localOf(endsAt)];
  return {
    ...{ title, about, place, quota: String(quota), hours: String(hours), isForBranch: branchId !== null },
    courseId: courseId ?? '',
    trainers: trainers.map((trainer) => ({ ...trainer, departmentName: '', position: '' })),
    ...{ day: starts.slice(0, 10), from: starts.slice(11, 16), until: ends.slice(11, 16) },
  };
}

/** The company's clock is Shanghai's, wherever the phone is. */
const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00.000+08:00`);

export type DraftProblems = Partial<Record<'title' | 'place' | 'times' | 'quota' | 'hours' | 'trainers', string>>;

const wholeWithin = (text: string, min: number, max: number) =>
  /^\d{1,3}$/.test(text) && Number(text) >= min && Number(text) <= max;

/** What to put right before sending, beside each field. The cloud checks again. */
export function draftProblems(draft: SessionDraft, now: Date): DraftProblems {
  const { title, place, day, from, until, quota, hours, trainers } = draft;
  const isInOrder = from < until && momentOf(day, from).getTime() > now.getTime();
  return {
    ...(title.trim() ? {} : { title: '写上课程名称' }),
    ...(place.trim() ? {} : { place: '写上在哪里上课' }),
    ...(isInOrder ? {} : { times: '开始要晚于现在，结束要晚于开始' }),
    ...(wholeWithin(quota, 1, 200) ? {} : { quota: '请填 1 到 200 的整数' }),
    ...(wholeWithin(hours, 1, 80) ? {} : { hours: '请填 1 到 80 的整数' }),
    ...(trainers.length > 0 ? {} : { trainers: '选一位同事主讲' }),
  };
}

type Terms = Omit<InputOf<ClassroomContract['changeSession']>, 'sessionId' | 'requestId'>;

export function termsOf({ title, about, place, day, from, until, quota, hours, trainers }: SessionDraft): Terms {
  return {
    ...{ title, about, place, quota: Number(quota), hours: Number(hours) },
    trainerIds: trainers.map(({ personId }) => personId),
    ...{ startsAt: momentOf(day, from).toISOString(), endsAt: momentOf(day, until).toISOString() },
  };
}
