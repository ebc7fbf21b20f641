import { addDays, dayOf } from './day';
import { addWorkdays, holidayName, isWorkday, isYearDeclared, workdayFrom, workdayUntil } from './workday';

describe('the days on which people work', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-02-14', true, 'the Saturday worked for the Spring Festival'],
    ['2026-02-28', true, 'the other Saturday worked for it'],
    ['2026-02-16', false, 'the Monday of New Year’s Eve'],
    ['2026-10-01', false, 'National Day, a Thursday'],
    ['2026-10-10', true, 'the Saturday worked for National Day'],
    ['2024-02-29', true, 'a 29th of February'],
    ['2028-02-29', true, 'a 29th of February that nobody has declared yet'],
  ])('%s: %s, %s', (day, works) => {
    expect(isWorkday(day)).toBe(works);
  });

  it('a due day inside the Spring Festival moves to the first workday after it, or before it', () => {
    expect(workdayFrom('2026-02-17')).toBe('2026-02-24');
    expect(workdayUntil('2026-02-17')).toBe('2026-02-14');
    expect(workdayFrom('2026-02-24')).toBe('2026-02-24');
  });

  it('a make-up Saturday is counted as the workday that it is', () => {
    expect(addWorkdays('2026-10-08', 2)).toBe('2026-10-10');
    expect(addWorkdays('2026-10-09', 0)).toBe('2026-10-09');
    expect(addWorkdays('2026-10-11', 0)).toBe('2026-10-12');
  });

  it('in a year that is not declared yet, the days that the law names are free and no Saturday is worked', () => {
    expect(isYearDeclared('2027-01-01')).toBe(false);
    const free = ['2027-01-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'];
    expect(free.filter(isWorkday)).toEqual([]);
    expect(isWorkday('2027-02-09')).toBe(true);
    expect(isWorkday('2027-02-13')).toBe(false);
  });

  it('a holiday says its name, a plain day has none', () => {
    expect(holidayName('2026-10-01')).toBe('国庆节');
    expect(holidayName('2026-02-14')).toBe('春节');
    expect(holidayName('2026-11-20')).toBeNull();
  });

  it('every stretch of free days ends, and midnight in Shanghai begins the next day', () => {
    for (let day = '2025-12-25'; day < '2028-03-10'; day = addDays(day, 1)) {
      expect(isWorkday(workdayFrom(day))).toBe(true);
      expect(isWorkday(workdayUntil(day))).toBe(true);
    }
    expect(workdayFrom(dayOf('2026-09-30T15:59:59.999Z'))).toBe('2026-09-30');
    expect(workdayFrom(dayOf('2026-09-30T16:00:00.000Z'))).toBe('2026-10-08');
  });
});
