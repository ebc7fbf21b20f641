import { defaultNoticeSettings } from '../../../shared/today/model';
import { endOfQuiet, remindWhen } from './reminder';

const shanghai = (text: string) => new Date(`${text}+08:00`);
const night = { from: '22:00', until: '08:00' };
const noon = { from: '12:00', until: '13:30' };

describe('quiet hours over midnight', () => {
  it.each([
    ['2026-11-20T21:59:59.999', null],
    ['2026-11-20T22:00:00.000', '2026-11-21T08:00:00.000'],
    ['2026-11-20T23:59:59.999', '2026-11-21T08:00:00.000'],
    ['2026-11-21T00:00:00.000', '2026-11-21T08:00:00.000'],
    ['2026-11-21T07:59:59.999', '2026-11-21T08:00:00.000'],
    ['2026-11-21T08:00:00.000', null],
    ['2026-12-31T22:30:00.000', '2027-01-01T08:00:00.000'],
  ])('at %s end at %s', (at, end) => {
    expect(endOfQuiet(night, shanghai(at))).toEqual(end === null ? null : shanghai(end));
  });
});

describe('quiet hours within a day', () => {
  it.each([
    ['2026-11-20T11:59:59.999', null],
    ['2026-11-20T12:00:00.000', '2026-11-20T13:30:00.000'],
    ['2026-11-20T13:29:59.999', '2026-11-20T13:30:00.000'],
    ['2026-11-20T13:30:00.000', null],
  ])('at %s end at %s', (at, end) => {
    expect(endOfQuiet(noon, shanghai(at))).toEqual(end === null ? null : shanghai(end));
  });
});

describe('a reminder', () => {
  const now = shanghai('2026-11-20T10:00:00.000');
  const told = { kind: 'points', at: now.toISOString() } as const;

  it('comes at once by day, and when the night is over by night', () => {
    expect(remindWhen(defaultNoticeSettings, told, now)).toBe(now.toISOString());
    const late = shanghai('2026-11-20T23:00:00.000');
    expect(remindWhen(defaultNoticeSettings, { ...told, at: late.toISOString() }, late)).toBe(
      shanghai('2026-11-21T08:00:00.000').toISOString(),
    );
  });

  it('comes at night to whoever has no quiet hours', () => {
    const late = shanghai('2026-11-20T23:00:00.000');
    expect(remindWhen({ quiet: null, muted: [] }, told, late)).toBe(late.toISOString());
  });

  it('never comes for a kind that is switched off, and others come', () => {
    expect(remindWhen({ quiet: null, muted: ['points'] }, told, now)).toBeNull();
    expect(remindWhen({ quiet: null, muted: ['news'] }, told, now)).toBe(now.toISOString());
  });

  it('never comes a day late', () => {
    const dayAfter = new Date(now.getTime() + 24 * 60 * 60_000);
    expect(remindWhen(defaultNoticeSettings, told, dayAfter)).toBe(dayAfter.toISOString());
    expect(remindWhen(defaultNoticeSettings, told, new Date(dayAfter.getTime() + 1))).toBeNull();
  });
});
