import fc from 'fast-check';
import { zonedDate, zonedFormat } from './browser/frame/zoned-date';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
let zone: string | undefined;
const Zoned = zonedDate(Date, () => zone);
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) });

beforeEach(() => {
  zone = 'America/New_York';
});

test('the fields of a date are those that the zone’s clocks show', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (instant, name) => {
      zone = name;
      const date = new Zoned(instant);
      const options = { timeZone: name, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' } as const;
      const shown = new Intl.DateTimeFormat('sv-SE', options).format(instant);
      const two = (value: number) => String(value).padStart(2, '0');
      const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
      const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
      expect(`${day} ${clock}`).toBe(shown);
      expect(date.getTime()).toBe(instant);
      expect(date.toISOString()).toBe(new Date(instant).toISOString());
    }),
  );
});

test('a local time becomes an instant and back, except in an hour that comes twice', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (instant, name) => {
      zone = name;
      const date = new Zoned(Math.floor(instant / 1000) * 1000);
      const fields = [date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()] as const;
      const again = new Zoned(...fields, date.getMinutes(), date.getSeconds());
      expect([0, 1_800_000, 3_600_000]).toContain(date.getTime() - again.getTime());
      expect(String(new Zoned(date.toString()))).toBe(String(date));
    }),
  );
});

test('New York leaps from 2 to 3 on 8 March 2026 and has 1:30 twice on 1 November, of which the first is meant', () => {
  expect(new Zoned(2026, 2, 8, 1, 59).toISOString()).toBe('2026-03-08T06:59:00.000Z');
  expect(new Zoned(2026, 2, 8, 2, 30).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  expect(new Zoned(2026, 2, 8, 3, 0).toISOString()).toBe('2026-03-08T07:00:00.000Z');
  expect(new Zoned(2026, 10, 1, 1, 30).toISOString()).toBe('2026-11-01T05:30:00.000Z');
  expect(new Zoned(2026, 2, 7, 2, 30).getTimezoneOffset()).toBe(300);
  expect(new Zoned(2026, 2, 9, 2, 30).getTimezoneOffset()).toBe(240);
});

test('a text without a zone is local, one with a zone and a date alone are not', () => {
  expect(new Zoned('2026-07-01T09:00:00').toISOString()).toBe('2026-07-01T13:00:00.000Z');
  expect(new Zoned('2026/07/01 09:00').toISOString()).toBe('2026-07-01T13:00:00.000Z');
  expect(new Zoned('2026-07-01T09:00:00+08:00').toISOString()).toBe('2026-07-01T01:00:00.000Z');
  expect(new Zoned('2026-07-01').toISOString()).toBe('2026-07-01T00:00:00.000Z');
  expect(Zoned.parse('2026-07-01 09:00')).toBe(Date.UTC(2026, 6, 1, 13));
  expect(new Zoned('nothing').getHours()).toBeNaN();
});

test('setting a field moves the local time, over the end of a day too', () => {
  const date = new Zoned('2026-03-07T23:30:00-05:00');
  date.setHours(25);
  expect(date.toISOString()).toBe('2026-03-08T06:30:00.000Z');
  date.setDate(1);
  date.setMonth(0, 31);
  expect([date.getMonth(), date.getDate(), date.getHours(), date.getDay()]).toEqual([0, 31, 1, 6]);
});

test('texts and formats are written in the zone unless they name one', () => {
  const date = new Zoned(Date.UTC(2026, 6, 1, 3, 5));
  expect(date.toString()).toBe('Tue Jun 30 2026 23:05:00 GMT-0400 (America/New_York)');
  expect(date.toDateString()).toBe('Tue Jun 30 2026');
  expect(date.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })).toBe('11:05:00');
  expect(date.toLocaleDateString('zh-CN')).toBe('2026/6/30');
  const Format = zonedFormat(Intl.DateTimeFormat, () => zone);
  expect(new Format('zh-CN').resolvedOptions().timeZone).toBe('America/New_York');
  expect(new Format('zh-CN', { timeZone: 'UTC' }).resolvedOptions().timeZone).toBe('UTC');
});

test('it is a Date like any other, and follows a change of the zone at once', () => {
  const date = new Zoned(0);
  expect(date).toBeInstanceOf(Date);
  expect(date).toBeInstanceOf(Zoned);
  expect(Object.prototype.toString.call(date)).toBe('[object Date]');
  expect([Zoned.name, typeof Zoned(), new Zoned(date).getTime(), JSON.stringify(date)]).toEqual([
    'Date',
    'string',
    0,
    '"1970-01-01T00:00:00.000Z"',
  ]);
  expect(date.getHours()).toBe(19);
  zone = 'Asia/Shanghai';
  expect(date.getHours()).toBe(8);
  zone = undefined;
  expect(date.getHours()).toBe(new Date(0).getHours());
  class Own extends Zoned {}
  expect(new Own(5)).toBeInstanceOf(Own);
});
