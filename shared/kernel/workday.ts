// The library's functions read a date in the zone of the machine; its table knows days only.
import declared from 'chinese-days/dist/chinese-days.json';
import { addDays, daysBetween } from './day';
import type { Day } from './scalar';

const holidays: Readonly<Record<string, string>> = declared.holidays;
const makeUpWorkdays: Readonly<Record<string, string>> = declared.workdays;

/**
 * The last year whose holidays and make-up workdays (调休) the library knows. The State Council declares a year in the
 * November before; until the library has it, only the days that the law itself names are free.
 */
const lastDeclaredYear = Math.max(...Object.keys(holidays).map((day) => Number(day.slice(0, 4))));

/** 春节, 清明, 端午, 中秋 of the years to come, by the Purple Mountain almanac. Enough until the library is renewed. */
const movingHolidays: Readonly<Record<string, readonly Day[]>> = {
  '2027': ['2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'],
  '2028': ['2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'],
  '2029': ['2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'],
  '2030': ['2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'],
};
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** 全国年节及纪念日放假办法 (2024), section 2: the days that are free wherever they fall; New Year's Eve is one. */
function isStatutoryHoliday(day: Day): boolean {
  const [springFestival, ...others] = movingHolidays[day.slice(0, 4)] ?? [];
  const fromEve = springFestival === undefined ? -1 : daysBetween(addDays(springFestival, -1), day);
  return fixedHolidays.includes(day.slice(5)) || others.includes(day) || (fromEve >= 0 && fromEve <= 3);
}

/** Whether the holidays of this day's year have been declared, so that make-up workdays are known too. */
export function isYearDeclared(day: Day): boolean {
  return Number(day.slice(0, 4)) <= lastDeclaredYear;
}

/**
 * Whether people work in China on a day: weekdays and make-up workdays, not weekends and holidays. In a year that is
 * not declared yet: weekdays but for the days that the law names.
 */
export function isWorkday(day: Day): boolean {
  if (day in makeUpWorkdays) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isFree = isYearDeclared(day) ? day in holidays : isStatutoryHoliday(day);
  return weekday !== 0 && weekday !== 6 && !isFree;
}

/** The day itself when people work on it, else the next one on which they do. */
export function workdayFrom(day: Day): Day {
  let found = day;
  while (!isWorkday(found)) found = addDays(found, 1);
  return found;
}

/** The day itself when people work on it, else the last one before on which they did. */
export function workdayUntil(day: Day): Day {
  let found = day;
  while (!isWorkday(found)) found = addDays(found, -1);
  return found;
}

/** The so many-th workday after a day; 0 is the day itself or the next workday. At most a few hundred. */
export function addWorkdays(day: Day, workdays: number): Day {
  let found = workdayFrom(day);
  for (let count = 0; count < workdays; count += 1) found = workdayFrom(addDays(found, 1));
  return found;
}

/** 春节, 国庆节, …: the declared holiday that a free day or its make-up workday belongs to; null for a plain day. */
export function holidayName(day: Day): string | null {
  const [, chinese] = (holidays[day] ?? makeUpWorkdays[day])?.split(',') ?? [];
  return chinese ?? null;
}
