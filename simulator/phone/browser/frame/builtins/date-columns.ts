import type { WheelColumn } from '../../bridge';

interface DateBounds {
  /** YYYY-MM-DD (or shorter); '' for none: 100 years around today, as the wheel must end somewhere. */
  start: string;
  end: string;
  /** 'year', 'month' or 'day': the smallest part shown. */
  fields: string;
}

type Parts = [year: number, month: number, day: number];

/** The wheel's columns for a date and its bounds; a value outside stands at the nearest end. */
export function dateColumns(value: string, bounds: DateBounds): WheelColumn[] {
  const { first, last } = limits(bounds);
  const wanted = clamp(parse(value) ?? today(), first, last);
  const years = range(first[0], last[0]);
  const months = range(wanted[0] === first[0] ? first[1] : 1, wanted[0] === last[0] ? last[1] : 12);
  const days = dayRange(wanted[0], wanted[1], first, last);
  const columns: WheelColumn[] = [
    { labels: years.map((year) => `${year}年`), index: years.indexOf(wanted[0]) },
    { labels: months.map((month) => `${month}月`), index: Math.max(0, months.indexOf(wanted[1])) },
    { labels: days.map((day) => `${day}日`), index: Math.max(0, days.indexOf(wanted[2])) },
  ];
  return columns.slice(0, shown(bounds.fields));
}

/** The date that stands at these indexes; a day the month has not becomes its last one. */
export function dateFromIndexes(indexes: number[], bounds: DateBounds): string {
  const { first, last } = limits(bounds);
  const year = Math.min(last[0], first[0] + (indexes[0] ?? 0));
  const firstMonth = year === first[0] ? first[1] : 1;
  const lastMonth = year === last[0] ? last[1] : 12;
  const month = Math.min(lastMonth, firstMonth + (indexes[1] ?? 0));
  const days = dayRange(year, month, first, last);
  const day = days[Math.min(days.length - 1, indexes[2] ?? 0)] ?? 1;
  return [String(year), two(month), two(day)].slice(0, shown(bounds.fields)).join('-');
}

/** The first and last time of a day that the wheel offers, `HH:mm`; '' for none. */
interface TimeBounds {
  start: string;
  end: string;
}

/** Hours and minutes of `HH:mm` within the bounds; a value outside stands at the nearest end. */
export function timeColumns(value: string, bounds: TimeBounds = { start: '', end: '' }): WheelColumn[] {
  const { first, last } = timeLimits(bounds);
  const wanted = Math.min(last, Math.max(first, minutesOf(value) ?? 0));
  const hour = Math.floor(wanted / 60);
  const hours = range(Math.floor(first / 60), Math.floor(last / 60));
  const minutes = minuteRange(hour, first, last);
  return [
    { labels: hours.map((each) => `${two(each)}时`), index: hours.indexOf(hour) },
    { labels: minutes.map((each) => `${two(each)}分`), index: minutes.indexOf(wanted % 60) },
  ];
}

/** The time that stands at these indexes; a minute the hour has not becomes its last one. */
export function timeFromIndexes(indexes: number[], bounds: TimeBounds): string {
  const { first, last } = timeLimits(bounds);
  const hour = Math.min(Math.floor(last / 60), Math.floor(first / 60) + (indexes[0] ?? 0));
  const minutes = minuteRange(hour, first, last);
  return `${two(hour)}:${two(minutes[Math.min(minutes.length - 1, indexes[1] ?? 0)] ?? 0)}`;
}

function timeLimits({ start, end }: TimeBounds): { first: number; last: number } {
  return { first: minutesOf(start) ?? 0, last: minutesOf(end) ?? 23 * 60 + 59 };
}

function minuteRange(hour: number, first: number, last: number): number[] {
  const from = hour === Math.floor(first / 60) ? first % 60 : 0;
  return range(from, hour === Math.floor(last / 60) ? last % 60 : 59);
}

function minutesOf(value: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d{1,2})$/.exec(value.trim()) ?? [];
  return hour === undefined ? undefined : Math.min(23, Number(hour)) * 60 + Math.min(59, Number(minute));
}

function limits(bounds: DateBounds): { first: Parts; last: Parts } {
  const [year] = today();
  return { first: parse(bounds.start) ?? [year - 100, 1, 1], last: parse(bounds.end, true) ?? [year + 100, 12, 31] };
}

function dayRange(year: number, month: number, first: Parts, last: Parts): number[] {
  const isFirst = year === first[0] && month === first[1];
  const isLast = year === last[0] && month === last[1];
  return range(isFirst ? first[2] : 1, isLast ? last[2] : daysIn(year, month));
}

function parse(value: string, toEnd = false): Parts | undefined {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value.trim());
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (toEnd ? 12 : 1) : Number(match[2]);
  return [year, month, match[3] === undefined ? (toEnd ? daysIn(year, month) : 1) : Number(match[3])];
}

function clamp(value: Parts, first: Parts, last: Parts): Parts {
  if (before(value, first)) return first;
  return before(last, value) ? last : value;
}

function before(one: Parts, other: Parts): boolean {
  const difference = one.map((part, index) => part - (other[index] ?? 0)).find((each) => each !== 0) ?? 0;
  return difference < 0;
}

function today(): Parts {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}

function daysIn(year: number, month: number): number {
  return new Date(year, month, 0).getDate();
}

function shown(fields: string): number {
  return fields === 'year' ? 1 : fields === 'month' ? 2 : 3;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
