/** Seven sets of numbers: second, minute, hour, day, month, weekday (0 = Sunday), year. */
export interface Cron {
  fields: Set<number>[];
  /** The day or the weekday is left open, so only the other one counts. */
  dayOpen: boolean;
  weekdayOpen: boolean;
}

const BOUNDS: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
];

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Asia/Shanghai has had no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** Reads the platform's seven fields (`*`, `?`, lists, ranges, steps, names); `undefined` when they are not valid. */
export function parseCron(text: string): Cron | undefined {
  const parts = text.trim().toUpperCase().split(/\s+/);
  if (parts.length !== BOUNDS.length) return undefined;
  const fields: Set<number>[] = [];
  for (const [position, part] of parts.entries()) {
    const bounds = BOUNDS[position];
    const field = bounds === undefined ? undefined : parseField(part, bounds, position);
    if (field === undefined) return undefined;
    fields.push(field);
  }
  const isOpen = (part: string | undefined) => part === '*' || part === '?';
  return { fields, dayOpen: isOpen(parts[3]), weekdayOpen: isOpen(parts[5]) };
}

function parseField(part: string, [low, high]: readonly [number, number], position: number): Set<number> | undefined {
  const numbers = new Set<number>();
  for (const piece of part.split(',')) {
    const [range = '', stepText] = piece.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [from, to] = readRange(range, stepText !== undefined, low, high, position);
    const valid = Number.isInteger(step) && step > 0 && from >= low && to <= high && from <= to;
    if (!valid) return undefined;
    for (let number = from; number <= to; number += step) numbers.add(number);
  }
  return numbers;
}

function readRange(range: string, stepped: boolean, low: number, high: number, position: number): [number, number] {
  if (range === '*' || range === '?') return [low, high];
  const [first, last] = range.split('-').map((word) => readNumber(word, position));
  if (first === undefined) return [Number.NaN, Number.NaN];
  return [first, last ?? (stepped ? high : first)];
}

function readNumber(word: string, position: number): number {
  const names = position === 4 ? MONTHS : position === 5 ? WEEKDAYS : [];
  const named = names.indexOf(word);
  if (named !== -1) return position === 4 ? named + 1 : named;
  const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  // Seven is a second name for Sunday.
  return position === 5 && number === 7 ? 0 : number;
}

/** True in the seconds at which the timer fires. A day and a weekday given together mean either. */
export function cronMatches(cron: Cron, instant: Date): boolean {
  return coarsestMismatch(cron, instant) === undefined;
}

/** The last moment after `after`, up to `until`, at which the timer fires. */
export function latestFiring(cron: Cron, after: Date, until: Date): Date | undefined {
  let instant = Math.floor(until.getTime() / SECOND_MS) * SECOND_MS;
  while (instant > after.getTime()) {
    const unit = coarsestMismatch(cron, new Date(instant));
    if (unit === undefined) return new Date(instant);
    // To the last second before this day, hour, minute or second.
    instant -= ((instant + SHANGHAI_OFFSET_MS) % unit) + SECOND_MS;
  }
  return undefined;
}

/** The largest unit of time that keeps the timer from firing, in ms; `undefined` when it fires. */
function coarsestMismatch({ fields, dayOpen, weekdayOpen }: Cron, instant: Date): number | undefined {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET_MS);
  const has = (position: number, value: number) => fields[position]?.has(value) === true;
  const day = has(3, local.getUTCDate());
  const weekday = has(5, local.getUTCDay());
  const dayMatches = dayOpen || weekdayOpen ? day && weekday : day || weekday;
  if (!dayMatches || !has(4, local.getUTCMonth() + 1) || !has(6, local.getUTCFullYear())) return DAY_MS;
  if (!has(2, local.getUTCHours())) return HOUR_MS;
  if (!has(1, local.getUTCMinutes())) return MINUTE_MS;
  return has(0, local.getUTCSeconds()) ? undefined : SECOND_MS;
}
