import { addDays } from '../../../shared/kernel/day';
import type { Day } from '../../../shared/kernel/scalar';
import type { ColleagueFacts, MonthDay } from '../../../shared/people/colleagues';

/** A day that the calendar brings to a person. */
export interface CareDay {
  occasion: 'birthday' | 'anniversary';
  on: Day;
  /** Full years with the company; null for a birthday, since nobody's age is told. */
  years: number | null;
}

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day of a year; who was born or began on 29 February has their day on the 28th in other years. */
function dayIn(year: number, monthDay: MonthDay): Day {
  return monthDay === '02-29' && !isLeapYear(year) ? `${year}-02-28` : `${year}-${monthDay}`;
}

/** The birthdays and work anniversaries of somebody from one day to another, both included. */
export function careDaysBetween(facts: Pick<ColleagueFacts, 'birthday' | 'dateOfJoining'>, from: Day, days: number) {
  const until = addDays(from, days);
  const years = [...new Set([Number(from.slice(0, 4)), Number(until.slice(0, 4))])];
  const isWithin = ({ on }: CareDay) => from <= on && on <= until;
  const { birthday, dateOfJoining } = facts;
  const birthdays = years.flatMap((year): CareDay[] =>
    birthday === null ? [] : [{ occasion: 'birthday', on: dayIn(year, birthday), years: null }],
  );
  const anniversaries = years.flatMap((year): CareDay[] => {
    const full = dateOfJoining === null ? 0 : year - Number(dateOfJoining.slice(0, 4));
    if (dateOfJoining === null || full < 1) return [];
    return [{ occasion: 'anniversary', on: dayIn(year, dateOfJoining.slice(5)), years: full }];
  });
  return [...birthdays, ...anniversaries].filter(isWithin);
}

/** The hour of the day in Shanghai, 0 to 23. */
export function hourInShanghai(moment: Date): number {
  return (moment.getUTCHours() + 8) % 24;
}
