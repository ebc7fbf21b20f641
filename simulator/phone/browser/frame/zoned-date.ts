/** An IANA name, or undefined for the machine's own zone. */
type Zone = () => string | undefined;

/** A local time written without a zone: what JavaScript reads in the zone of the machine. */
const HAS_ZONE = /(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}(?:\s*\(.*\))?)$/i;
/** Dates alone in ISO form are midnight UTC. */
const DATE_ONLY = /^[+-]?\d{4,6}(?:-\d{2}(?:-\d{2})?)?$/;

type Setter = 'FullYear' | 'Month' | 'Date' | 'Hours' | 'Minutes' | 'Seconds' | 'Milliseconds';
const SETTERS: Setter[] = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const GETTERS = [...SETTERS, 'Day'] as const;
const WORDS = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const known = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formatters.set(timeZone, known);
  const name = known.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ahead : ahead;
}

/** The instant at which a zone's clocks show a local time (given as if it were UTC); of two the first. */
function instantOf(local: number, timeZone: string): number {
  const before = local - offsetAt(local - 86_400_000, timeZone);
  if (before + offsetAt(before, timeZone) === local) return before;
  const after = local - offsetAt(local + 86_400_000, timeZone);
  // An hour that the clocks leap over is read by the offset before the leap.
  return after + offsetAt(after, timeZone) === local ? after : before;
}

/**
 * `Date` as it is in another time zone: what is local in it follows `zone`, which may change at any time; instants, UTC
 * and texts with a zone are as ever.
 */
export function zonedDate(Plain: DateConstructor, zone: Zone): DateConstructor {
  function Zoned(this: unknown, ...values: unknown[]): unknown {
    if (new.target === undefined) return new (Zoned as unknown as DateConstructor)().toString();
    return Reflect.construct(Plain, instantGiven(Plain, zone(), values), new.target);
  }
  const prototype = Object.create(Plain.prototype) as Date & Record<string, unknown>;
  Object.setPrototypeOf(Zoned, Plain);
  Zoned.prototype = prototype;
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  };
  define('constructor', Zoned);
  addFields(Plain, zone, define);
  addTexts(Plain, zone, define);
  const parse = (text: string): number => readText(Plain, zone(), String(text));
  Object.defineProperty(Zoned, 'name', { value: 'Date' });
  return Object.assign(Zoned as unknown as DateConstructor, { parse });
}

function instantGiven(Plain: DateConstructor, timeZone: string | undefined, values: unknown[]): unknown[] {
  if (timeZone === undefined || values.length === 0) return values;
  if (values.length === 1) {
    const primitive = values[0] instanceof Plain ? values[0].getTime() : values[0];
    return [typeof primitive === 'string' ? readText(Plain, timeZone, primitive) : primitive];
  }
  const [year = Number.NaN, ...rest] = values.map(Number);
  const local = Plain.UTC(year, ...rest);
  return [Number.isNaN(local) ? local : instantOf(local, timeZone)];
}

function readText(Plain: DateConstructor, timeZone: string | undefined, text: string): number {
  const read = Plain.parse(text);
  const written = text.trim();
  if (timeZone === undefined || Number.isNaN(read) || HAS_ZONE.test(written) || DATE_ONLY.test(written)) return read;
  const machine = new Plain(read);
  const {
    FullYear,
    Month,
    Date: day,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
  } = Object.fromEntries(SETTERS.map((name) => [name, machine[`get${name}`]()])) as Record<Setter, number>;
  return instantOf(Plain.UTC(FullYear, Month, day, Hours, Minutes, Seconds, Milliseconds), timeZone);
}

function addFields(Plain: DateConstructor, zone: Zone, define: (name: string, value: unknown) => void): void {
  const own = Plain.prototype;
  /** A date whose UTC fields are the local ones. */
  const shifted = (date: Date, timeZone: string): Date =>
    new Plain(own.getTime.call(date) + (Number.isNaN(own.getTime.call(date)) ? 0 : offsetAt(date.getTime(), timeZone)));
  for (const name of GETTERS) {
    define(`get${name}`, function (this: Date): number {
      const timeZone = zone();
      return timeZone === undefined ? own[`get${name}`].call(this) : shifted(this, timeZone)[`getUTC${name}`]();
    });
  }
  for (const name of SETTERS) {
    define(`set${name}`, function (this: Date, ...values: [number, ...number[]]): number {
      const timeZone = zone();
      if (timeZone === undefined) return Reflect.apply(own[`set${name}`], this, values);
      const moved = shifted(this, timeZone);
      const local: number = Reflect.apply(moved[`setUTC${name}`], moved, values);
      return own.setTime.call(this, Number.isNaN(local) ? local : instantOf(local, timeZone));
    });
  }
  define('getTimezoneOffset', function (this: Date): number {
    const timeZone = zone();
    if (timeZone === undefined || Number.isNaN(this.getTime())) return own.getTimezoneOffset.call(this);
    return -offsetAt(this.getTime(), timeZone) / 60_000;
  });
}

function addTexts(Plain: DateConstructor, zone: Zone, define: (name: string, value: unknown) => void): void {
  const own = Plain.prototype;
  for (const name of WORDS) {
    define(name, function (this: Date, locales?: string, options: Intl.DateTimeFormatOptions = {}): string {
      const timeZone = zone();
      return own[name].call(this, locales, timeZone === undefined ? options : { timeZone, ...options });
    });
  }
  const texts = (date: Date, timeZone: string): { day: string; time: string } => {
    const local = new Plain(date.getTime() + offsetAt(date.getTime(), timeZone)).toUTCString();
    const [, weekday, day, month, year, clock] = /^(\w+), (\d+) (\w+) (-?\d+) ([\d:]+)/.exec(local) ?? [];
    const minutes = -date.getTimezoneOffset();
    const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const ahead = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
    return { day: `${weekday} ${month} ${day} ${year}`, time: `${clock} GMT${ahead} (${timeZone})` };
  };
  const text = (name: 'toString' | 'toDateString' | 'toTimeString', join: (day: string, time: string) => string) =>
    define(name, function (this: Date): string {
      const timeZone = zone();
      if (timeZone === undefined || Number.isNaN(this.getTime())) return own[name].call(this);
      const { day, time } = texts(this, timeZone);
      return join(day, time);
    });
  text('toString', (day, time) => `${day} ${time}`);
  text('toDateString', (day) => day);
  text('toTimeString', (_, time) => time);
}

/** `Intl.DateTimeFormat` whose zone, when none is named, follows `zone`. */
export function zonedFormat(Plain: typeof Intl.DateTimeFormat, zone: Zone): typeof Intl.DateTimeFormat {
  const inZone = ([locales, options]: unknown[]): unknown[] => {
    const timeZone = zone();
    return [locales, timeZone === undefined ? options : { timeZone, ...(options as object | undefined) }];
  };
  return new Proxy(Plain, {
    construct: (target, values, made) => Reflect.construct(target, inZone(values), made) as object,
    apply: (target, self, values) => Reflect.apply(target, self, inZone(values)),
  });
}
